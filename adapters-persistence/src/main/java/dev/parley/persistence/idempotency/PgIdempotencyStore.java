package dev.parley.persistence.idempotency;

import dev.parley.application.idempotency.Fingerprint;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.InstanceId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Seal;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * Keys and answers in the table {@code idempotency}. The instant at which a request began, as the
 * server stores it, tells it from one that took its key over. Bodies are sealed: some hold tokens
 * that are shown once and stored nowhere else.
 */
public final class PgIdempotencyStore implements IdempotencyStore {
  private final PgUnitOfWork unitOfWork;
  private final Seal seal;
  private final InstanceId self;

  public PgIdempotencyStore(PgUnitOfWork unitOfWork, Seal seal, InstanceId self) {
    this.unitOfWork = unitOfWork;
    this.seal = seal;
    this.self = self;
  }

  /**
   * The select sees the table as it was before: a row that was there, or none when the insert came
   * through. Neither means that somebody else's insert did, a moment ago.
   */
  @Override
  public Uni<Begun> begin(Attempt attempt) {
    Sql sql =
        Sql.of(
            """
            with taken as (
              insert into idempotency as i (org_id, key_hash, request_hash, created_at, claimed_by)
              values ($1, ?::bytea, ?::bytea, ?::timestamptz, ?::uuid)
              on conflict (org_id, key_hash) do update
                set request_hash = excluded.request_hash, created_at = excluded.created_at,
                    claimed_by = excluded.claimed_by, status = null, content_type = null, body = null, about = null
                where i.created_at < ?::timestamptz
                   or i.status is null and i.request_hash = excluded.request_hash
                      and (i.created_at < ?::timestamptz or i.claimed_by is null)
              returning true
            )
            select exists (select from taken) as fresh, was.request_hash = ?::bytea as same,
                   was.status, was.content_type, was.body
              from (select) one
              left join idempotency was on was.org_id = $1 and was.key_hash = ?::bytea
            """,
            bytes(attempt.key()),
            bytes(attempt.request()),
            Rows.timestamp(attempt.at()),
            self.value(),
            Rows.timestamp(attempt.at().minus(KEPT)),
            Rows.timestamp(attempt.at().minus(LEASE)),
            bytes(attempt.request()),
            bytes(attempt.key()));
    return unitOfWork
        .inTransaction(attempt.organization(), tx -> PgTransaction.of(tx).run(sql))
        .map(rows -> begun(attempt, rows.iterator().next()));
  }

  private Begun begun(Attempt attempt, Row row) {
    if (row.getBoolean("fresh")) {
      return new Begun.Fresh();
    }
    Boolean same = row.getBoolean("same");
    if (same == null) {
      return new Begun.InFlight();
    }
    if (!same) {
      return new Begun.Mismatch();
    }
    Integer status = row.getInteger("status");
    if (status == null) {
      return new Begun.InFlight();
    }
    Buffer body = row.getBuffer("body");
    return body == null
        ? new Begun.Emptied()
        : new Begun.Replay(
            new Answer(
                status, row.getString("content_type"), seal.open(body.getBytes(), place(attempt))));
  }

  private static String place(Attempt attempt) {
    return "idempotency.body/" + attempt.organization().number() + "/" + attempt.key().hex();
  }

  @Override
  public Uni<Void> complete(Attempt attempt, Answer answer, Set<Subject> shows) {
    return change(
        attempt,
        Sql.of(
            """
            update idempotency
               set status = ?::integer, content_type = ?::text, body = ?::bytea, about = ?::text[]
             where org_id = $1 and key_hash = ?::bytea and created_at = ?::timestamptz
               and status is null
            """,
            answer.status(),
            answer.contentType(),
            Buffer.buffer(seal.close(answer.body(), place(attempt))),
            shows.isEmpty() ? null : shows.stream().map(Subject::key).toArray(String[]::new),
            bytes(attempt.key()),
            Rows.timestamp(attempt.at())));
  }

  @Override
  public Uni<Void> abandon(Attempt attempt) {
    return change(
        attempt,
        Sql.of(
            """
            delete from idempotency
             where org_id = $1 and key_hash = ?::bytea and created_at = ?::timestamptz
               and status is null
            """,
            bytes(attempt.key()),
            Rows.timestamp(attempt.at())));
  }

  private Uni<Void> change(Attempt attempt, Sql sql) {
    return unitOfWork
        .<RowSet<Row>>inTransaction(attempt.organization(), tx -> PgTransaction.of(tx).run(sql))
        .replaceWithVoid();
  }

  @Override
  public Uni<Long> sweep(Instant now) {
    return unitOfWork
        .acrossOrganizations(
            "select forget_idempotency($1) as gone", Rows.timestamp(now.minus(KEPT)))
        .map(rows -> rows.iterator().next().getLong("gone"));
  }

  private static Buffer bytes(Fingerprint fingerprint) {
    return Buffer.buffer(HexFormat.of().parseHex(fingerprint.hex()));
  }
}
