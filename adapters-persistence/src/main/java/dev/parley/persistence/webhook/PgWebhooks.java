package dev.parley.persistence.webhook;

import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.Webhooks;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookError;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;

/** Subscriptions in PostgreSQL. */
public final class PgWebhooks implements Webhooks {
  private final WebhookBox box;

  public PgWebhooks(WebhookBox box) {
    this.box = box;
  }

  @Override
  public Uni<Void> add(Transaction tx, Webhook webhook) {
    return run(
            tx,
            Sql.of(
                """
                insert into webhook (org_id, id, name, url, events, filter, sealed, enabled,
                    created_at, created_by, updated_at, updated_by, position)
                values ($1, ?::uuid, ?::text, ?::text, ?::text[], ?::jsonb, ?::bytea, ?::boolean,
                    ?::timestamptz, ?::uuid, ?::timestamptz, ?::uuid,
                    coalesce((select c.last from event_counter c where c.org_id = $1), 0))
                """,
                webhook.id().value(),
                webhook.name(),
                webhook.url(),
                WebhookRow.events(webhook),
                WebhookRow.filter(webhook.filter()),
                sealed(tx, webhook),
                webhook.enabled(),
                Rows.timestamp(webhook.createdAt()),
                webhook.createdBy().value(),
                Rows.timestamp(webhook.updatedAt()),
                webhook.updatedBy().value()))
        .replaceWithVoid();
  }

  private Buffer sealed(Transaction tx, Webhook webhook) {
    return Buffer.buffer(
        box.close(
            tx.organization(),
            webhook.id(),
            new WebhookBox.Secrets(webhook.key(), webhook.credentials(), webhook.headers())));
  }

  @Override
  public Uni<List<Webhook>> list(Transaction tx) {
    return run(
            tx,
            Sql.of(
                "select "
                    + WebhookRow.COLUMNS
                    + " from webhook w where w.org_id = $1 order by w.created_at, w.id"))
        .map(rows -> Rows.list(rows, row -> WebhookRow.toDomain(tx.organization(), row, box)));
  }

  @Override
  public Uni<Webhook> get(Transaction tx, WebhookId id) {
    return run(
            tx,
            Sql.of(
                "select "
                    + WebhookRow.COLUMNS
                    + " from webhook w where w.org_id = $1 and w.id = ?::uuid for no key update",
                id.value()))
        .map(
            rows ->
                Rows.first(rows, row -> WebhookRow.toDomain(tx.organization(), row, box))
                    .orElseThrow(PgWebhooks::notFound));
  }

  @Override
  public Uni<Void> save(Transaction tx, Webhook webhook, boolean fromNow) {
    return run(
            tx,
            Sql.of(
                """
                update webhook w
                   set name = ?::text, url = ?::text, events = ?::text[], filter = ?::jsonb,
                       sealed = ?::bytea, enabled = ?::boolean, updated_at = ?::timestamptz,
                       updated_by = ?::uuid, failures = 0, rests_until = null,
                       position = case when ?::boolean
                         then coalesce((select c.last from event_counter c where c.org_id = $1), 0)
                         else w.position end
                 where w.org_id = $1 and w.id = ?::uuid
                """,
                webhook.name(),
                webhook.url(),
                WebhookRow.events(webhook),
                WebhookRow.filter(webhook.filter()),
                sealed(tx, webhook),
                webhook.enabled(),
                Rows.timestamp(webhook.updatedAt()),
                webhook.updatedBy().value(),
                fromNow,
                webhook.id().value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> remove(Transaction tx, WebhookId id) {
    return run(
            tx,
            Sql.of(
                "delete from webhook where org_id = $1 and id = ?::uuid returning id", id.value()))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw notFound();
              }
            })
        .replaceWithVoid();
  }

  private static DomainException notFound() {
    return new DomainException(new WebhookError.WebhookNotFound());
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
