package dev.parley.rest.dixa.webhook;

import dev.parley.domain.webhook.Webhook;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.event.EventWords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription. The key is shown, since receivers need it; the authorization is not.
 *
 * @param secretKey 32 bytes in hexadecimal
 */
@Schema(
    name = "Webhook",
    examples =
        """
        {"id": "019ac1a2-0000-7000-8000-000000000002", "name": "CRM",
         "url": "https://crm.example.com/hooks/parley",
         "subscribedEvents": ["ConversationCreated", "ConversationMessageAdded"],
         "headers": {"X-Source": "parley"},
         "secretKey": "5e0c8f3bb2a1d4c6978e6f5a4b3c2d1e0f9e8d7c6b5a49382716051423324150",
         "enabled": true, "createdAt": "2026-11-28T10:15:30.123Z",
         "createdBy": "7b1c3f3e-1f0b-4a56-9b0f-2a0f6f7d7c11",
         "updatedAt": "2026-11-28T10:15:30.123Z",
         "updatedBy": "7b1c3f3e-1f0b-4a56-9b0f-2a0f6f7d7c11"}""")
record WebhookPayload(
    UUID id,
    String name,
    List<String> subscribedEvents,
    String url,
    Map<String, String> headers,
    String secretKey,
    boolean enabled,
    String createdAt,
    UUID createdBy,
    String updatedAt,
    UUID updatedBy,
    @Nullable Map<String, FilterPayload> filters) {
  static WebhookPayload from(Webhook webhook) {
    return new WebhookPayload(
        webhook.id().value(),
        webhook.name(),
        webhook.events().stream().sorted().map(EventWords::of).toList(),
        webhook.url(),
        webhook.headers().values(),
        webhook.key().present().value(),
        webhook.enabled(),
        DixaTimes.iso(webhook.createdAt()),
        webhook.createdBy().value(),
        DixaTimes.iso(webhook.updatedAt()),
        webhook.updatedBy().value(),
        FilterPayload.from(webhook.filter()));
  }

  @Override
  public String toString() {
    return "WebhookPayload[" + id + "]";
  }
}
