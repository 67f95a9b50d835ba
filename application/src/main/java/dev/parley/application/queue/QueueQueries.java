package dev.parley.application.queue;

import dev.parley.application.shared.Actor;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions about queues, each one round trip. All fail with {@code PermissionMissing} unless the
 * actor may ask.
 */
public interface QueueQueries {
  /** Oldest first. */
  Uni<List<QueueView>> list(Actor actor);

  /**
   * @return fails with {@code QueueNotFound}
   */
  Uni<QueueView> get(Actor actor, QueueId id);

  /**
   * Whether somebody could take a conversation of the generic channel out of the queue now.
   *
   * @return fails with {@code QueueNotFound}, with {@code NoSupportedChannel} when no generic
   *     endpoint leads into the queue
   */
  Uni<Availability> availability(Actor actor, QueueId id, Instant now);

  /**
   * Where a conversation waits.
   *
   * @return fails with {@code ConversationNotFound}, also for one that no queue has
   */
  Uni<Position> position(Actor actor, long conversation);

  /**
   * A queue as clients see it.
   *
   * @param organization the organization's public id
   * @param endpoints whose conversations wait here, oldest first; in the default queue also those
   *     of endpoints that name none
   */
  record QueueView(QueueDetails details, UUID organization, List<Usage> endpoints) {
    public QueueView {
      endpoints = List.copyOf(endpoints);
    }
  }

  /** An endpoint that leads into a queue. */
  record Usage(Channel channel, ContactEndpointId id, @Nullable String address) {
    @Override
    public String toString() {
      return "Usage[" + id.value() + "]";
    }
  }

  /**
   * @param waiting conversations that wait in the queue
   */
  record Availability(boolean available, long waiting) {}

  /**
   * @param position 1 for the next one; null while it is not up for anybody: set aside, or offered
   */
  record Position(@Nullable Long position, Instant queuedAt) {}
}
