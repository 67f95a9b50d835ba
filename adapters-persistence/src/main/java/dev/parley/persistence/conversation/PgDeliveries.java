package dev.parley.persistence.conversation;

import dev.parley.application.conversation.Deliveries;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox in PostgreSQL. */
public final class PgDeliveries implements Deliveries {
  /** A mail's References header shall not grow without bound; the nearest ones matter. */
  private static final int REFERENCES = 20;

  private final PgUnitOfWork unitOfWork;
  private final InstanceId self;
  private final IdSource ids;

  public PgDeliveries(PgUnitOfWork unitOfWork, InstanceId self, IdSource ids) {
    this.unitOfWork = unitOfWork;
    this.self = self;
    this.ids = ids;
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, message_id, attempts from claim_outbox($1, $2, $3, $4)",
            self.value(),
            Rows.timestamp(now),
            Interval.of(lease),
            most)
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Leased(
                            new OrganizationId(row.getLong("org_id")),
                            new MessageId(row.getUUID("message_id")),
                            row.getInteger("attempts"))));
  }

  @Override
  public Uni<Optional<Outgoing>> load(Transaction tx, MessageId message) {
    return run(
            tx,
            Sql.of(
                "select "
                    + MessageRow.COLUMNS
                    + """
                    , o.created_at as queued_at, c.subject, c.contact_address,
                      coalesce(sent_from.id, c.endpoint_id) as endpoint_id,
                      k.display_name as to_name,
                      coalesce(a.display_name, former.display_name) as agent_name,
                      (select i.provider_id from message i
                        where i.org_id = $1 and i.conversation_id = m.conversation_id
                          and i.direction = 'inbound' and i.provider_id is not null
                          and i.id < m.id
                        order by i.created_at desc, i.id desc limit 1) as in_reply_to,
                      array(select x.provider_id from (
                              select r.provider_id, r.created_at, r.id from message r
                               where r.org_id = $1 and r.conversation_id = m.conversation_id
                                 and r.provider_id is not null and r.id < m.id
                               order by r.created_at desc, r.id desc limit ?::integer) x
                             order by x.created_at, x.id) as ancestors
                      from outbox o
                      join message m on m.org_id = $1 and m.id = o.message_id
                      join conversation c on c.org_id = $1 and c.id = m.conversation_id
                       and c.anonymized_at is null and c.removed_at is null
                      left join contact k on k.org_id = $1 and k.id = c.requester_id
                      left join agent a on a.org_id = $1 and a.id = m.author_id
                      left join contact former on former.org_id = $1
                       and former.id = m.author_id and m.author_kind = 'agent'
                      left join contact_endpoint sent_from on sent_from.org_id = $1
                       and sent_from.channel = 'email'
                       and sent_from.address_key = lower(m.envelope -> 'from' ->> 'email')
                     where o.org_id = $1 and o.message_id = ?::uuid
                    """,
                REFERENCES,
                message.value()))
        .map(rows -> Rows.first(rows, PgDeliveries::toOutgoing));
  }

  private static Outgoing toOutgoing(Row row) {
    UUID endpoint = row.getUUID("endpoint_id");
    return new Outgoing(
        MessageRow.toDomain(row),
        endpoint == null ? null : new ContactEndpointId(endpoint),
        row.getString("contact_address"),
        row.getString("to_name"),
        row.getString("subject"),
        row.getString("agent_name"),
        row.getString("in_reply_to"),
        List.of(row.getArrayOfStrings("ancestors")),
        Rows.requiredInstant(row, "queued_at"));
  }

  @Override
  public Uni<Void> finish(Transaction tx, MessageId message) {
    return run(
            tx,
            Sql.of(
                "delete from outbox where org_id = $1 and message_id = ?::uuid", message.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> postpone(
      Transaction tx, MessageId message, Instant notBefore, String code, boolean countsAsTry) {
    return run(
            tx,
            Sql.of(
                """
                update outbox set not_before = ?::timestamptz, code = ?::text,
                       claimed_by = null, attempts = attempts - ?::integer
                 where org_id = $1 and message_id = ?::uuid
                """,
                Rows.timestamp(notBefore),
                code,
                countsAsTry ? 0 : 1,
                message.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> advance(Transaction tx, MessageId message, Delivery delivery, Instant at) {
    Sql sql =
        Sql.of(
            """
            with moved as (
              update message set delivery = ?::text, delivery_reason = ?::text
               where org_id = $1 and id = ?::uuid and direction = 'outbound'
                 and array_position(?::text[], delivery) < array_position(?::text[], ?::text)
              returning id, conversation_id
            )""",
            Codes.of(delivery.status()),
            delivery.reason(),
            message.value(),
            STAGES,
            STAGES,
            Codes.of(delivery.status()));
    EventType.of(delivery.status()).ifPresent(type -> EventSql.addDelivery(sql, ids, type, at));
    return run(tx, sql.add(" select id from moved"))
        .map(rows -> rows.size() > 0)
        .invoke(
            moved -> {
              if (moved) {
                PgTransaction.of(tx).tells();
              }
            });
  }

  private static final Object STAGES =
      java.util.Arrays.stream(Delivery.Status.values()).map(Codes::of).toArray(String[]::new);

  @Override
  public Uni<ConversationId> conversationOf(Transaction tx, MessageId message) {
    return run(
            tx,
            Sql.of(
                "select conversation_id from message where org_id = $1 and id = ?::uuid",
                message.value()))
        .map(
            rows ->
                Rows.first(rows, row -> new ConversationId(row.getUUID("conversation_id")))
                    .orElseThrow(
                        () -> new DomainException(new ConversationError.MessageNotFound(message))));
  }

  @Override
  public Uni<Optional<Sent>> findByProviderIds(Transaction tx, Collection<String> providerIds) {
    return run(
            tx,
            Sql.of(
                """
                select id, conversation_id from message
                 where org_id = $1 and provider_id = any(?::text[]) and direction = 'outbound'
                 order by id limit 1
                """,
                (Object) providerIds.toArray(String[]::new)))
        .map(
            rows ->
                Rows.first(
                    rows,
                    row ->
                        new Sent(
                            new MessageId(row.getUUID("id")),
                            new ConversationId(row.getUUID("conversation_id")))));
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
