package dev.parley.application.channel;

import io.smallrye.mutiny.Uni;

/** The front door: what it has accepted is never lost and never doubled. */
public interface Inbox {
  /**
   * Stores what arrived. Only after the item was emitted may the sender be told that we have it.
   *
   * @return false when this delivery was stored before; fails with {@code TemporarilyUnavailable}
   */
  Uni<Boolean> accept(RawInbound raw);
}
