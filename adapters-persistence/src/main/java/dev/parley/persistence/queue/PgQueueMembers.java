package dev.parley.persistence.queue;

import dev.parley.application.queue.QueueMember;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who serves a queue: rows that are written in sets, hence by the PG client. */
final class PgQueueMembers {
  private final PgQueues queues = new PgQueues();
  private final PgUnitOfWork unitOfWork;

  PgQueueMembers(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  Uni<List<QueueMember>> list(OrganizationId organization, QueueId id) {
    return ofQueue(
            organization,
            id,
            Sql.of(
                """
                select m.agent_id, m.priority from queue_member m
                  join agent a on a.org_id = $1 and a.id = m.agent_id
                 where m.org_id = $1 and m.queue_id = ?::uuid
                 order by a.number
                """,
                id.value()))
        .map(rows -> Rows.list(rows, PgQueueMembers::toMember));
  }

  Uni<Set<AgentId>> add(OrganizationId organization, QueueId id, Collection<AgentId> agents) {
    return ofQueue(
            organization,
            id,
            Sql.of(
                """
                with wanted as (
                  select a.id from agent a where a.org_id = $1 and a.id = any(?::uuid[])
                ), added as (
                  insert into queue_member (org_id, queue_id, agent_id)
                  select q.org_id, q.id, wanted.id
                    from wanted join queue q on q.org_id = $1 and q.id = ?::uuid
                  on conflict do nothing
                )
                select id from wanted
                """,
                uuids(agents),
                id.value()))
        .map(
            rows ->
                Rows.list(rows, row -> new AgentId(row.getUUID("id"))).stream()
                    .collect(Collectors.toUnmodifiableSet()));
  }

  Uni<Void> remove(OrganizationId organization, QueueId id, Collection<AgentId> agents) {
    return ofQueue(
            organization,
            id,
            Sql.of(
                """
                delete from queue_member
                 where org_id = $1 and queue_id = ?::uuid and agent_id = any(?::uuid[])
                """,
                id.value(),
                uuids(agents)))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> ofQueue(OrganizationId organization, QueueId id, Sql sql) {
    return unitOfWork.inTransaction(organization, tx -> ofQueue(tx, id, sql));
  }

  private Uni<RowSet<Row>> ofQueue(Transaction tx, QueueId id, Sql sql) {
    Uni<QueueId> queue = queues.require(tx, id);
    Uni<RowSet<Row>> result = PgTransaction.of(tx).run(sql);
    return queue.chain(() -> result);
  }

  private static UUID[] uuids(Collection<AgentId> agents) {
    return agents.stream().map(AgentId::value).toArray(UUID[]::new);
  }

  private static QueueMember toMember(Row row) {
    return new QueueMember(new AgentId(row.getUUID("agent_id")), row.getInteger("priority"));
  }
}
