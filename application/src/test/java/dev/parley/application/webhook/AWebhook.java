package dev.parley.application.webhook;

import static dev.parley.application.conversation.Scene.MORNING;

import dev.parley.application.conversation.Scene;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.Headers;
import dev.parley.domain.webhook.SigningKey;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A subscription in the words of the tests; to everything unless said otherwise. */
public final class AWebhook {
  private final Scene scene;
  private final WebhookId id;
  private Set<EventType> events = EnumSet.allOf(EventType.class);
  private EventFilter filter = EventFilter.NONE;
  private Credentials credentials = new Credentials.None();
  private boolean enabled = true;

  public AWebhook(Scene scene) {
    this.scene = scene;
    this.id = new WebhookId(scene.ids.next());
  }

  public AWebhook to(EventType... types) {
    events = Set.copyOf(Arrays.asList(types));
    return this;
  }

  public AWebhook with(EventFilter newFilter) {
    filter = newFilter;
    return this;
  }

  public AWebhook with(Credentials newCredentials) {
    credentials = newCredentials;
    return this;
  }

  public AWebhook disabled() {
    enabled = false;
    return this;
  }

  public Webhook build() {
    return new Webhook(
        id,
        "CRM",
        "https://crm.example.com/hook",
        events,
        filter,
        credentials,
        new Headers(Map.of("X-Source", "parley")),
        SigningKey.of(new Secret("00".repeat(32))).rotated(new Secret("11".repeat(32)), MORNING),
        enabled,
        MORNING,
        scene.alice,
        MORNING,
        scene.alice);
  }
}
