package dev.parley.application.channel;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the inbox has accepted, on its way to becoming messages. */
public interface Arrivals {
  /** Takes the oldest due ones of all organizations; others get them when the lease has run out. */
  Uni<List<Leased>> lease(Instant now, Duration lease, int most);

  /** Empty when it is not waiting any more. */
  Uni<Optional<RawInbound>> load(OrganizationId organization, UUID id);

  /**
   * Several at once. May leave out large ones, which are to be loaded one by one; those that are
   * not waiting any more are missing too.
   */
  Uni<List<RawInbound>> load(OrganizationId organization, Collection<UUID> ids);

  /**
   * Remembers that an event was understood.
   *
   * @return empty when that is news; otherwise the arrival it was understood from before, which is
   *     {@code raw} itself when two workers are at the same one
   */
  Uni<Optional<UUID>> record(
      Transaction tx, ContactEndpointId endpoint, String dedupeKey, UUID raw);

  /** It became part of a conversation and is kept as an original. */
  Uni<Void> settle(Transaction tx, UUID raw, ConversationId conversation);

  /** It was nothing to keep: its bytes are removed. */
  Uni<Void> drop(OrganizationId organization, UUID raw);

  Uni<Void> retry(OrganizationId organization, UUID raw, Instant notBefore, String code);

  /** Leaves it for a human, bytes and all. */
  Uni<Void> park(OrganizationId organization, UUID raw, String code);

  /**
   * The bytes of something that arrived, wherever they are kept.
   *
   * @return empty when they have been removed
   */
  Uni<Optional<byte[]>> original(OrganizationId organization, UUID raw);

  /**
   * A piece taken for a while.
   *
   * @param attempts with this one
   * @param size in bytes
   */
  record Leased(OrganizationId organization, UUID id, int attempts, long size) {}
}
