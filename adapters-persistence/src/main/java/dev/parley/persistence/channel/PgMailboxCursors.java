package dev.parley.persistence.channel;

import dev.parley.application.channel.MailboxCursor;
import dev.parley.application.channel.MailboxCursors;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Mailbox cursors in PostgreSQL. */
public final class PgMailboxCursors implements MailboxCursors {
  private final PgUnitOfWork unitOfWork;

  public PgMailboxCursors(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Optional<MailboxCursor>> get(
      OrganizationId organization, ContactEndpointId endpoint, String folder) {
    Sql sql =
        Sql.of(
            """
            select uid_validity, first_uid, last_uid, last_internal_date
              from mailbox_cursor
             where org_id = $1 and endpoint_id = ?::uuid and folder = ?::text
            """,
            endpoint.value(),
            folder);
    return unitOfWork
        .reading(organization, tx -> tx.run(sql))
        .map(
            rows ->
                Rows.first(
                    rows,
                    row ->
                        new MailboxCursor(
                            row.getLong("uid_validity"),
                            row.getLong("first_uid"),
                            row.getLong("last_uid"),
                            Rows.instant(row, "last_internal_date"))));
  }

  @Override
  public Uni<Void> save(
      OrganizationId organization,
      ContactEndpointId endpoint,
      String folder,
      MailboxCursor cursor) {
    Sql sql =
        Sql.of(
            """
            insert into mailbox_cursor as c
                (org_id, endpoint_id, folder, uid_validity, first_uid, last_uid,
                 last_internal_date)
            values ($1, ?::uuid, ?::text, ?::bigint, ?::bigint, ?::bigint, ?::timestamptz)
            on conflict (org_id, endpoint_id, folder) do update
               set uid_validity = excluded.uid_validity,
                   first_uid = excluded.first_uid,
                   last_uid = excluded.last_uid,
                   last_internal_date = excluded.last_internal_date
             where c.uid_validity <> excluded.uid_validity or c.last_uid <= excluded.last_uid
            """,
            endpoint.value(),
            folder,
            cursor.uidValidity(),
            cursor.firstUid(),
            cursor.lastUid(),
            Rows.timestamp(cursor.lastInternalDate()));
    return unitOfWork
        .inTransaction(organization, tx -> PgTransaction.of(tx).run(sql))
        .replaceWithVoid();
  }
}
