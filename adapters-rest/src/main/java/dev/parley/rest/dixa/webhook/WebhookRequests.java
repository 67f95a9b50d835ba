package dev.parley.rest.dixa.webhook;

import dev.parley.application.shared.Patch;
import dev.parley.application.webhook.WebhookAdministration.Change;
import dev.parley.application.webhook.WebhookAdministration.Wanted;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Headers;
import dev.parley.rest.dixa.event.EventWords;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Subscriptions as clients write them. */
final class WebhookRequests {
  private WebhookRequests() {}

  /** A new one. */
  @Schema(
      name = "CreateWebhook",
      examples =
          """
          {"name": "CRM", "url": "https://crm.example.com/hooks/parley",
           "events": ["ConversationCreated", "ConversationMessageAdded"],
           "authorization": {"_type": "NoAuth"}, "customHeaders": {"X-Source": "parley"},
           "enabled": true}""")
  record Create(
      String name,
      String url,
      @Nullable List<@Nullable String> events,
      AuthorizationRequest authorization,
      @Nullable Map<String, @Nullable String> customHeaders,
      @Nullable Boolean enabled,
      @Nullable Map<String, FilterPayload> filters) {
    Create {
      name = Required.text("name", name);
      url = Required.text("url", url);
      authorization = Required.field("authorization", authorization);
    }

    Wanted toWanted() {
      return new Wanted(
          name,
          url,
          events == null ? Set.of() : types(events),
          FilterPayload.toFilter(filters),
          authorization.toCredentials(),
          customHeaders == null ? new Headers(Map.of()) : headers(customHeaders),
          enabled == null || enabled);
    }
  }

  /** What is to be different. */
  @Schema(name = "WebhookChanges", examples = "{\"enabled\": true}")
  record Changes(
      @Schema(implementation = String.class) Patch<String> name,
      @Schema(implementation = String.class) Patch<String> url,
      @Schema(implementation = String[].class) Patch<List<@Nullable String>> events,
      @Schema(implementation = AuthorizationRequest.class)
          Patch<AuthorizationRequest> authorization,
      @Schema(implementation = Object.class) Patch<Map<String, @Nullable String>> customHeaders,
      @Schema(implementation = Boolean.class) Patch<Boolean> enabled,
      @Schema(implementation = Object.class) Patch<Map<String, FilterPayload>> filters) {
    Change toChange() {
      return new Change(
          name.map(text -> Required.text("name", text)),
          url.map(text -> Required.text("url", text)),
          events.map(WebhookRequests::types),
          filters.map(FilterPayload::toFilter),
          authorization.map(AuthorizationRequest::toCredentials),
          customHeaders.map(WebhookRequests::headers),
          enabled);
    }
  }

  private static Set<EventType> types(List<@Nullable String> words) {
    return words.stream()
        .map(word -> type(Required.field("events", word)))
        .collect(Collectors.toSet());
  }

  private static EventType type(String word) {
    return EventWords.type(word)
        .orElseThrow(() -> RequestRefused.badBody("events", "has an unknown event"));
  }

  private static Headers headers(Map<String, @Nullable String> values) {
    Map<String, String> headers = new LinkedHashMap<>();
    values.forEach((name, value) -> headers.put(name, Required.field("customHeaders", value)));
    return new Headers(headers);
  }
}
