package dev.parley.persistence.webhook;

import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.DeliveryLog;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.webhook.WebhookError;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What became of deliveries, in PostgreSQL. */
public final class PgDeliveryLog implements DeliveryLog {
  private static final int OK = 200;
  private static final int NO_SUCCESS = 300;

  @Override
  public Uni<Map<EventType, Try>> lastTries(Transaction tx, WebhookId webhook) {
    return run(
            tx,
            Sql.of(
                """
                select distinct on (d.type) d.type, d.tried_at, d.status, d.answer
                  from webhook_delivery d
                 where d.org_id = $1 and d.webhook_id = ?::uuid and d.tried_at is not null
                 order by d.type, d.tried_at desc
                """,
                webhook.value()))
        .map(
            rows -> {
              Map<EventType, Try> last = new EnumMap<>(EventType.class);
              rows.forEach(
                  row -> last.put(Code.parse(EventType.class, row.getString("type")), toTry(row)));
              return last;
            });
  }

  private static Try toTry(Row row) {
    int status = row.getInteger("status");
    return new Try(
        Rows.requiredInstant(row, "tried_at"),
        status >= OK && status < NO_SUCCESS,
        status,
        Objects.requireNonNullElse(row.getString("answer"), ""));
  }

  @Override
  public Uni<List<Tried>> tries(Transaction tx, WebhookId webhook, EventType type, int most) {
    return run(
            tx,
            Sql.of(
                """
                select d.id, d.event_id, d.attempts, d.tried_at, d.status, d.answer, d.payload
                  from webhook_delivery d
                 where d.org_id = $1 and d.webhook_id = ?::uuid and d.type = ?::text
                   and d.tried_at is not null
                 order by d.tried_at desc, d.id desc limit ?::integer
                """,
                webhook.value(),
                Code.of(type),
                most))
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Tried(
                            row.getUUID("id"),
                            row.getUUID("event_id"),
                            row.getInteger("attempts"),
                            toTry(row),
                            row.getString("payload"))));
  }

  @Override
  public Uni<Void> replay(
      Transaction tx, WebhookId webhook, UUID delivery, UUID again, Instant now) {
    return run(
            tx,
            Sql.of(
                """
                insert into webhook_delivery (org_id, id, webhook_id, position, event_id, type,
                    conversation_id, state, created_at, not_before)
                select $1, ?::uuid, d.webhook_id, d.position, d.event_id, d.type,
                    d.conversation_id, 'waiting', ?::timestamptz, ?::timestamptz
                  from webhook_delivery d
                  join event e on e.org_id = $1 and e.id = d.event_id
                 where d.org_id = $1 and d.webhook_id = ?::uuid and d.id = ?::uuid
                returning id
                """,
                again,
                Rows.timestamp(now),
                Rows.timestamp(now),
                webhook.value(),
                delivery))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw new DomainException(new WebhookError.WebhookDeliveryNotFound());
              }
            })
        .replaceWithVoid();
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
