package dev.parley.application.webhook;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of deliveries; kept for a while, and emptied by anonymization. */
public interface DeliveryLog {
  /** The last try per type of event. */
  Uni<Map<EventType, Try>> lastTries(Transaction tx, WebhookId webhook);

  /** Deliveries of a type that were tried, the last tried first. */
  Uni<List<Tried>> tries(Transaction tx, WebhookId webhook, EventType type, int most);

  /**
   * Queues the event of a delivery once more.
   *
   * @param again the id of the new delivery
   * @return fails with {@code WebhookDeliveryNotFound}
   */
  Uni<Void> replay(Transaction tx, WebhookId webhook, UUID delivery, UUID again, Instant now);

  /**
   * How a try went.
   *
   * @param status of the answer; 0 when there was none
   * @param text the beginning of the answer's body, or why there was none; empty after
   *     anonymization
   */
  record Try(Instant at, boolean success, int status, String text) {
    @Override
    public String toString() {
      return "Try[" + status + "]";
    }
  }

  /**
   * A delivery and its last try.
   *
   * @param payload what was posted; null after anonymization
   */
  record Tried(UUID delivery, UUID event, int attempts, Try last, @Nullable String payload) {
    @Override
    public String toString() {
      return "Tried[" + delivery + "]";
    }
  }

  /** The last tries of what a subscription is subscribed to. */
  record Statuses(Set<EventType> subscribed, Map<EventType, Try> last) {
    public Statuses {
      subscribed = Set.copyOf(subscribed);
      last = Map.copyOf(last);
    }
  }
}
