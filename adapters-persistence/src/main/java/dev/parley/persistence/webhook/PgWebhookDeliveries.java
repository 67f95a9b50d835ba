package dev.parley.persistence.webhook;

import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deliveries in PostgreSQL. */
public final class PgWebhookDeliveries implements WebhookDeliveries {
  private final PgUnitOfWork unitOfWork;
  private final WebhookBox box;
  private final InstanceId self;

  public PgWebhookDeliveries(PgUnitOfWork unitOfWork, WebhookBox box, InstanceId self) {
    this.unitOfWork = unitOfWork;
    this.box = box;
    this.self = self;
  }

  @Override
  public Uni<List<Behind>> behind(int most) {
    return unitOfWork
        .acrossOrganizations("select org_id, id from webhooks_behind($1)", most)
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Behind(
                            new OrganizationId(row.getLong("org_id")),
                            new WebhookId(row.getUUID("id")))));
  }

  @Override
  public Uni<Optional<Place>> takePlace(Transaction tx, WebhookId webhook) {
    return run(
            tx,
            Sql.of(
                "select "
                    + WebhookRow.COLUMNS
                    + """
                    , w.position from webhook w
                     where w.org_id = $1 and w.id = ?::uuid and w.enabled
                       for no key update
                    """,
                webhook.value()))
        .map(
            rows ->
                Rows.first(
                    rows,
                    row ->
                        new Place(
                            WebhookRow.toDomain(tx.organization(), row, box),
                            row.getLong("position"))));
  }

  @Override
  public Uni<List<Candidate>> candidates(Transaction tx, long position, int most) {
    return run(
            tx,
            Sql.of(
                """
                select e.position, e.id, e.type, e.conversation_id, c.channel, c.queue_id,
                       coalesce(a.origin = 'import', false) as imported
                  from event e
                  join conversation c on c.org_id = $1 and c.id = e.conversation_id
                  left join activity a on a.org_id = $1 and a.conversation_id = e.conversation_id
                   and a.sequence = e.sequence
                 where e.org_id = $1 and e.position > ?::bigint
                 order by e.position limit ?::integer
                """,
                position,
                most))
        .map(rows -> Rows.list(rows, PgWebhookDeliveries::candidate));
  }

  private static Candidate candidate(Row row) {
    UUID queue = row.getUUID("queue_id");
    return new Candidate(
        row.getLong("position"),
        row.getUUID("id"),
        Code.parse(EventType.class, row.getString("type")),
        new ConversationId(row.getUUID("conversation_id")),
        new Channel(row.getString("channel")),
        queue == null ? null : new QueueId(queue),
        row.getBoolean("imported"));
  }

  @Override
  public Uni<Void> enqueue(
      Transaction tx, WebhookId webhook, List<NewDelivery> wanted, long position, Instant now) {
    return run(
            tx,
            Sql.of(
                """
                with queued as (
                  insert into webhook_delivery (org_id, id, webhook_id, position, event_id, type,
                      conversation_id, state, created_at, not_before)
                  select $1, d.id, ?::uuid, d.position, d.event_id, d.type, d.conversation_id,
                      'waiting', ?::timestamptz, ?::timestamptz
                    from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::uuid[])
                      d(id, position, event_id, type, conversation_id)
                )
                update webhook set position = ?::bigint where org_id = $1 and id = ?::uuid
                """,
                webhook.value(),
                Rows.timestamp(now),
                Rows.timestamp(now),
                wanted.stream().map(NewDelivery::id).toArray(UUID[]::new),
                wanted.stream().map(NewDelivery::position).toArray(Long[]::new),
                wanted.stream().map(NewDelivery::event).toArray(UUID[]::new),
                wanted.stream().map(each -> Code.of(each.type())).toArray(String[]::new),
                wanted.stream().map(each -> each.conversation().value()).toArray(UUID[]::new),
                position,
                webhook.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most, int each, int patience) {
    return unitOfWork
        .acrossOrganizations(
            """
            select org_id, id, webhook_id, attempts
              from claim_webhook_deliveries($1, $2, $3, $4, $5, $6)
            """,
            self.value(),
            Rows.timestamp(now),
            Interval.of(lease),
            most,
            each,
            patience)
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Leased(
                            new OrganizationId(row.getLong("org_id")),
                            row.getUUID("id"),
                            new WebhookId(row.getUUID("webhook_id")),
                            row.getInteger("attempts"))));
  }

  @Override
  public Uni<Optional<Waiting>> load(Transaction tx, UUID delivery) {
    return run(
            tx,
            Sql.of(
                "select "
                    + WebhookRow.COLUMNS
                    + """
                    , d.event_id, d.created_at as since, d.payload
                      from webhook_delivery d
                      join webhook w on w.org_id = $1 and w.id = d.webhook_id
                     where d.org_id = $1 and d.id = ?::uuid and d.state = 'waiting'
                    """,
                delivery))
        .map(rows -> Rows.first(rows, row -> waiting(tx, row)));
  }

  private Waiting waiting(Transaction tx, Row row) {
    String payload = row.getString("payload");
    return new Waiting(
        WebhookRow.toDomain(tx.organization(), row, box),
        row.getUUID("event_id"),
        Rows.requiredInstant(row, "since"),
        payload == null ? null : payload.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Uni<Void> keep(Transaction tx, UUID delivery, byte[] payload) {
    return run(
            tx,
            Sql.of(
                """
                update webhook_delivery set payload = ?::text where org_id = $1 and id = ?::uuid
                """,
                new String(payload, StandardCharsets.UTF_8),
                delivery))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> finish(
      Transaction tx, Leased delivery, boolean delivered, Answer answer, Instant at) {
    return tried(tx, delivery, delivered ? "delivered" : "failed", answer, at, at);
  }

  @Override
  public Uni<Void> postpone(
      Transaction tx, Leased delivery, Answer answer, Instant at, Instant notBefore) {
    return tried(tx, delivery, "waiting", answer, at, notBefore);
  }

  /** Of whom has been anonymized meanwhile nothing is noted that the receiver may have quoted. */
  private static Uni<Void> tried(
      Transaction tx, Leased delivery, String state, Answer answer, Instant at, Instant notBefore) {
    return run(
            tx,
            Sql.of(
                """
                update webhook_delivery
                   set state = ?::text, claimed_by = null, tried_at = ?::timestamptz,
                       status = ?::integer, not_before = ?::timestamptz,
                       answer = case when payload is null then null else ?::text end
                 where org_id = $1 and id = ?::uuid
                """,
                state,
                Rows.timestamp(at),
                answer.status(),
                Rows.timestamp(notBefore),
                answer.text(),
                delivery.id()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> giveBack(Transaction tx, Leased delivery, Instant notBefore) {
    return run(
            tx,
            Sql.of(
                """
                update webhook_delivery set claimed_by = null, not_before = ?::timestamptz
                 where org_id = $1 and id = ?::uuid
                """,
                Rows.timestamp(notBefore),
                delivery.id()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Integer> note(Transaction tx, WebhookId webhook, boolean success) {
    return run(
            tx,
            Sql.of(
                """
                update webhook
                   set failures = case when ?::boolean then 0 else failures + 1 end,
                       rests_until = case when ?::boolean then null else rests_until end
                 where org_id = $1 and id = ?::uuid
                returning failures
                """,
                success,
                success,
                webhook.value()))
        .map(rows -> Rows.first(rows, row -> row.getInteger("failures")).orElse(0));
  }

  @Override
  public Uni<Void> rest(Transaction tx, WebhookId webhook, Instant until) {
    return run(
            tx,
            Sql.of(
                """
                update webhook set rests_until = ?::timestamptz where org_id = $1 and id = ?::uuid
                """,
                Rows.timestamp(until),
                webhook.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> disable(Transaction tx, WebhookId webhook, Instant at) {
    return run(
            tx,
            Sql.of(
                """
                update webhook set enabled = false, updated_at = ?::timestamptz
                 where org_id = $1 and id = ?::uuid
                """,
                Rows.timestamp(at),
                webhook.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Long> tidy(Instant givenUpBefore, Instant forgottenBefore, int most) {
    return unitOfWork
        .acrossOrganizations(
            "select tidy_webhook_deliveries($1, $2, $3) as concerned",
            Rows.timestamp(givenUpBefore),
            Rows.timestamp(forgottenBefore),
            most)
        .map(rows -> rows.iterator().next().getLong("concerned"));
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
