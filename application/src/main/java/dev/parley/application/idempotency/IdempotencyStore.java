package dev.parley.application.idempotency;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * First answers to writes, by organization and key.
 *
 * <p>An answer is recorded after its command was committed. A crash between the two leaves a
 * request without an answer; once {@link #LEASE} has passed, or its instance is known to be dead,
 * it may be carried out again, so across such a crash a command runs at least once. Clients that
 * cannot bear that send an external id as well.
 */
public interface IdempotencyStore {
  /** How long an answer is repeated. */
  Duration KEPT = Duration.ofHours(24);

  /** How long a request may be carried out before its key may be taken over. */
  Duration LEASE = Duration.ofSeconds(60);

  /**
   * Takes the key. Of many that try at once exactly one gets {@link Begun.Fresh}. Durable when the
   * item is emitted.
   */
  Uni<Begun> begin(Attempt attempt);

  /**
   * Keeps the answer. Without effect when somebody took the key over.
   *
   * @param shows whose data is in the answer's body; their anonymization empties it
   */
  Uni<Void> complete(Attempt attempt, Answer answer, Set<Subject> shows);

  /** Gives the key back, so that the request can be tried again. As {@link #complete} otherwise. */
  Uni<Void> abandon(Attempt attempt);

  /**
   * Removes what is older than {@link #KEPT}, of all organizations.
   *
   * @return how many
   */
  Uni<Long> sweep(Instant now);

  /**
   * One request with a key.
   *
   * @param key fingerprint of the client's key
   * @param request fingerprint of everything that makes it this request
   * @param at now
   */
  record Attempt(OrganizationId organization, Fingerprint key, Fingerprint request, Instant at) {}

  /** What was answered; {@code body} is empty where there was none. */
  record Answer(int status, @Nullable String contentType, byte[] body) {}

  /** How it stands with a key. */
  sealed interface Begun {
    /** Nobody used the key, or whoever did will not answer any more: carry the request out. */
    record Fresh() implements Begun {}

    /** The same request was answered. */
    record Replay(Answer answer) implements Begun {}

    /** The same request is being carried out. */
    record InFlight() implements Begun {}

    /** Another request used the key. */
    record Mismatch() implements Begun {}

    /** The same request was answered, and the answer's data has been anonymized since. */
    record Emptied() implements Begun {}
  }
}
