package dev.parley.persistence.conversation;

import dev.parley.application.conversation.WaitingConversations;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.hours.ScheduleJson;
import dev.parley.persistence.queue.PgCandidates;
import dev.parley.persistence.queue.PgQueueQueries;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What queues' policies work on, in PostgreSQL. */
public final class PgWaitingConversations implements WaitingConversations {
  private final PgUnitOfWork unitOfWork;

  public PgWaitingConversations(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<Place>> queuesWithWork(Instant now) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, queue_id from queues_with_work($1)", Rows.timestamp(now))
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Place(
                            new OrganizationId(row.getLong("org_id")),
                            new QueueId(row.getUUID("queue_id")))));
  }

  @Override
  public Uni<Optional<Schedule>> schedule(Transaction tx, ScheduleId schedule) {
    return run(
            tx,
            Sql.of(
                "select "
                    + ScheduleJson.COLUMNS
                    + " from business_hours b where b.org_id = $1 and b.id = ?::uuid",
                schedule.value()))
        .map(rows -> Rows.first(rows, ScheduleJson::toDomain));
  }

  @Override
  public Uni<Void> rest(Transaction tx, QueueId queue, Instant until) {
    return run(
            tx,
            Sql.of(
                "update queue set rest_until = ?::timestamptz where org_id = $1 and id = ?::uuid",
                Rows.timestamp(until),
                queue.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Queue>> lock(Transaction tx, QueueId queue) {
    return run(
            tx,
            Sql.of(
                """
                select %s from queue q where q.org_id = $1 and q.id = ?::uuid for no key update
                """
                    .formatted(PgQueueQueries.COLUMNS),
                queue.value()))
        .map(rows -> Rows.first(rows, PgQueueQueries::toQueue));
  }

  @Override
  public Uni<List<Candidate>> candidates(Transaction tx, QueueId queue) {
    return PgCandidates.of(PgTransaction.of(tx), queue);
  }

  /** Messaging has no names of its own: it is what none of the others names. */
  @Override
  public Uni<Optional<Conversation>> first(
      Transaction tx, QueueId queue, Set<WorkingChannel> channels) {
    boolean messaging = channels.contains(WorkingChannel.MESSAGING);
    String[] names =
        Stream.of(WorkingChannel.values())
            .filter(channel -> channels.contains(channel) != messaging)
            .flatMap(channel -> channel.channels().stream())
            .toArray(String[]::new);
    return one(
        tx,
        """
        c.queue_id = ?::uuid and c.assignment = 'queued' and c.state = 'open'
           and (c.channel = any(?::text[])) <> ?::boolean
         order by c.queued_at, c.id
        """,
        queue.value(),
        names,
        messaging);
  }

  @Override
  public Uni<Optional<Conversation>> offerRunOut(Transaction tx, QueueId queue, Instant now) {
    return one(
        tx,
        """
        c.queue_id = ?::uuid and c.assignment = 'offered' and c.assignment_at <= ?::timestamptz
         order by c.assignment_at, c.id
        """,
        queue.value(),
        Rows.timestamp(now));
  }

  private static Uni<Optional<Conversation>> one(
      Transaction tx, String condition, @org.jspecify.annotations.Nullable Object... keys) {
    return run(
            tx,
            Sql.of(
                "select "
                    + ConversationRow.COLUMNS
                    + " from conversation c where c.org_id = $1 and c.removed_at is null and "
                    + condition
                    + " limit 1 for no key update skip locked",
                keys))
        .map(rows -> Rows.first(rows, ConversationRow::toDomain));
  }

  @Override
  public Uni<Void> given(Transaction tx, QueueId queue, AgentId agent, Instant at) {
    return run(
            tx,
            Sql.of(
                """
                update queue_member set last_assigned_at = ?::timestamptz
                 where org_id = $1 and queue_id = ?::uuid and agent_id = ?::uuid
                """,
                Rows.timestamp(at),
                queue.value(),
                agent.value()))
        .replaceWithVoid();
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
