package dev.parley.domain.webhook;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.Set;

/**
 * A subscription: what is posted where.
 *
 * @param url checked by whoever posts: what may be reached is the operator's decision
 * @param enabled nothing is posted otherwise, and what happens meanwhile is not posted later
 */
public record Webhook(
    WebhookId id,
    String name,
    String url,
    Set<EventType> events,
    EventFilter filter,
    Credentials credentials,
    Headers headers,
    SigningKey key,
    boolean enabled,
    Instant createdAt,
    AgentId createdBy,
    Instant updatedAt,
    AgentId updatedBy) {
  public static final int NAME_MAX = 200;
  public static final int URL_MAX = 2048;

  public Webhook {
    name = Text.required("name", name, NAME_MAX);
    url = Text.required("url", url, URL_MAX);
    events = Set.copyOf(events);
  }

  @Override
  public String toString() {
    return "Webhook[" + id.value() + "]";
  }
}
