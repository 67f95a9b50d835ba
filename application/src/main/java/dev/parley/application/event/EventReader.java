package dev.parley.application.event;

import dev.parley.application.shared.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up the words that events are told with. */
public interface EventReader {
  /** What follows a position, as far as it has positions. */
  Uni<List<Event>> after(Transaction tx, long position, int most);

  /** Empty when it is not kept any more. */
  Uni<Optional<Event>> find(Transaction tx, UUID event);

  /**
   * Keeps anonymization of an event's conversation, its requester and its author away until the
   * transaction ends: what is read after this and stored in the same transaction is emptied with
   * the rest.
   */
  Uni<Void> lock(Transaction tx, UUID event);
}
