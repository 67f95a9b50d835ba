package dev.parley.application.queue;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;

/** Queues as facts for decisions, inside a transaction. */
public interface Queues {
  /**
   * @return the id itself; fails with {@code QueueNotFound}
   */
  Uni<QueueId> require(Transaction tx, QueueId id);

  /**
   * @return fails with {@code NoDefaultQueue}
   */
  Uni<QueueId> defaultQueue(Transaction tx);
}
