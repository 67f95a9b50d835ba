package dev.parley.persistence.queue;

import dev.parley.application.queue.Queues;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;

/** Queues as facts for decisions. */
public final class PgQueues implements Queues {
  @Override
  public Uni<QueueId> require(Transaction tx, QueueId id) {
    return PgTransaction.of(tx)
        .run(Sql.of("select from queue where org_id = $1 and id = ?::uuid", id.value()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new DomainException(new QueueError.QueueNotFound(id));
              }
              return id;
            });
  }

  @Override
  public Uni<QueueId> defaultQueue(Transaction tx) {
    return PgTransaction.of(tx)
        .run(Sql.of("select id from queue where org_id = $1 and is_default"))
        .map(
            rows ->
                Rows.first(rows, row -> new QueueId(row.getUUID("id")))
                    .orElseThrow(() -> new DomainException(new QueueError.NoDefaultQueue())));
  }
}
