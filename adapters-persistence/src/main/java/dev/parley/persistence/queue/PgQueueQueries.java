package dev.parley.persistence.queue;

import dev.parley.application.queue.QueueDetails;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.hours.ScheduleJson;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import dev.parley.persistence.support.TextMap;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers questions about queues. */
public final class PgQueueQueries implements QueueQueries {
  /** Of a queue {@code q}; what {@link #toQueue} reads. */
  public static final String COLUMNS =
      """
      q.id, q.number, q.name, q.is_default, q.policy, q.agent_cap, q.offer_timeout_seconds,
      q.business_hours_id, q.created_at
      """;

  /** Endpoints {@code e} that lead into a queue {@code q}. */
  private static final String LEADS_INTO =
      "e.org_id = $1 and (e.queue_id = q.id or e.queue_id is null and q.is_default)";

  private static final String VIEWS =
      """
      select %s, q.presentation, o.public_id,
             coalesce(
               (select jsonb_agg(
                         jsonb_build_object('channel', e.channel, 'id', e.id, 'address', e.address)
                         order by e.number)
                  from contact_endpoint e where %s), '[]') as endpoints
        from queue q join organization o on o.org_id = $1
       where q.org_id = $1
      """
          .formatted(COLUMNS, LEADS_INTO);

  private final PgUnitOfWork unitOfWork;

  public PgQueueQueries(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<QueueView>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return unitOfWork
        .reading(actor.organization(), tx -> tx.run(Sql.of(VIEWS + " order by q.number")))
        .map(rows -> Rows.list(rows, PgQueueQueries::toView));
  }

  @Override
  public Uni<QueueView> get(Actor actor, QueueId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return unitOfWork
        .reading(
            actor.organization(), tx -> tx.run(Sql.of(VIEWS + " and q.id = ?::uuid", id.value())))
        .map(rows -> Rows.first(rows, PgQueueQueries::toView).orElseThrow(() -> notFound(id)));
  }

  @Override
  public Uni<Availability> availability(Actor actor, QueueId id, Instant now) {
    actor.require(Permission.CONFIGURATION_READ);
    return unitOfWork.reading(
        actor.organization(),
        tx -> {
          Uni<Optional<Facts>> facts = facts(tx, id);
          Uni<List<Candidate>> members = PgCandidates.of(tx, id);
          return Loads.then(
              facts,
              members,
              (found, candidates) ->
                  Uni.createFrom()
                      .item(found.orElseThrow(() -> notFound(id)).availability(candidates, now)));
        });
  }

  private static Uni<Optional<Facts>> facts(PgTransaction tx, QueueId id) {
    return tx.run(
            Sql.of(
                """
                select %s, %s,
                       exists (select from contact_endpoint e
                                where e.channel = ?::text and %s) as supported,
                       (select count(*) from conversation c
                         where c.org_id = $1 and c.queue_id = q.id and c.removed_at is null
                           and c.assignment = 'queued' and c.state = 'open') as waiting
                  from queue q
                  left join business_hours b on b.org_id = $1 and b.id = q.business_hours_id
                 where q.org_id = $1 and q.id = ?::uuid
                """
                    .formatted(COLUMNS, ScheduleJson.COLUMNS, LEADS_INTO),
                Channel.API.name(),
                id.value()))
        .map(
            rows ->
                Rows.first(
                    rows,
                    row ->
                        new Facts(
                            toQueue(row),
                            row.getUUID("schedule_id") == null ? null : ScheduleJson.toDomain(row),
                            row.getBoolean("supported"),
                            row.getLong("waiting"))));
  }

  private record Facts(Queue queue, @Nullable Schedule schedule, boolean supported, long waiting) {
    Availability availability(List<Candidate> members, Instant now) {
      if (!supported) {
        throw new DomainException(new QueueError.NoSupportedChannel(queue.id()));
      }
      return new Availability(
          (schedule == null || schedule.isOpenAt(now))
              && members.stream()
                  .anyMatch(member -> member.canTake(WorkingChannel.MESSAGING, queue.agentCap())),
          waiting);
    }
  }

  @Override
  public Uni<Position> position(Actor actor, long conversation) {
    actor.require(Permission.CONVERSATIONS_READ);
    return unitOfWork
        .reading(
            actor.organization(),
            tx ->
                tx.run(
                    Sql.of(
                        """
                        select c.queued_at,
                               case when c.assignment = 'queued' and c.state = 'open' then
                                 (select count(*) from conversation o
                                   where o.org_id = $1 and o.queue_id = c.queue_id
                                     and o.removed_at is null
                                     and o.assignment = 'queued' and o.state = 'open'
                                     and (o.queued_at, o.id) <= (c.queued_at, c.id))
                               end as position
                          from conversation c
                         where c.org_id = $1 and c.number = ?::bigint and c.removed_at is null
                           and c.assignment in ('queued', 'offered')
                           and c.state not in ('resolved', 'closed')
                        """,
                        conversation)))
        .map(
            rows ->
                Rows.first(
                        rows,
                        row ->
                            new Position(
                                row.getLong("position"), Rows.requiredInstant(row, "queued_at")))
                    .orElseThrow(
                        () -> new DomainException(new ConversationError.ConversationNotFound())));
  }

  public static Queue toQueue(Row row) {
    Integer timeout = row.getInteger("offer_timeout_seconds");
    UUID schedule = row.getUUID("business_hours_id");
    return new Queue(
        new QueueId(row.getUUID("id")),
        row.getLong("number"),
        row.getString("name"),
        row.getBoolean("is_default"),
        Code.parse(AssignmentPolicy.class, row.getString("policy")),
        row.getInteger("agent_cap"),
        timeout == null ? null : Duration.ofSeconds(timeout),
        schedule == null ? null : new ScheduleId(schedule),
        Rows.requiredInstant(row, "created_at"));
  }

  private static QueueView toView(Row row) {
    return new QueueView(
        new QueueDetails(toQueue(row), TextMap.fromJson(row.getJsonObject("presentation"))),
        row.getUUID("public_id"),
        row.getJsonArray("endpoints").stream()
            .map(JsonObject.class::cast)
            .map(PgQueueQueries::toUsage)
            .toList());
  }

  private static Usage toUsage(JsonObject endpoint) {
    return new Usage(
        new Channel(endpoint.getString("channel")),
        new ContactEndpointId(UUID.fromString(endpoint.getString("id"))),
        endpoint.getString("address"));
  }

  private static DomainException notFound(QueueId id) {
    return new DomainException(new QueueError.QueueNotFound(id));
  }
}
