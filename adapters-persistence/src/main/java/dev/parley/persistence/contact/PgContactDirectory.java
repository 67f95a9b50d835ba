package dev.parley.persistence.contact;

import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.contact.ContactView;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.attribute.AttributeSql;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The contacts of an organization. */
public final class PgContactDirectory implements ContactDirectory {
  private final PgUnitOfWork unitOfWork;

  public PgContactDirectory(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Contact> add(OrganizationId organization, Contact contact) {
    return precisely(
        unitOfWork
            .inTransaction(organization, tx -> PgTransaction.of(tx).run(ContactSql.add(contact)))
            .map(rows -> numbered(contact, rows.iterator().next().getLong("number"))));
  }

  @Override
  public Uni<ContactView> change(
      OrganizationId organization, ContactId id, UnaryOperator<Contact> change, Instant now) {
    return precisely(
        unitOfWork.inTransaction(
            organization,
            tx ->
                locked(tx, id)
                    .map(
                        present ->
                            new ContactView(change.apply(present.contact()), present.attributes()))
                    .call(changed -> write(tx, changed.contact(), now))));
  }

  /**
   * Two statements in one flush: what a statement that waited for a lock finds in other tables is
   * older than the lock.
   */
  private static Uni<ContactView> locked(Transaction tx, ContactId id) {
    Uni<?> locked = PgTransaction.of(tx).run(ContactSql.lock(id));
    return Loads.then(locked, view(tx, id), (_, found) -> Uni.createFrom().item(found));
  }

  private static Uni<Void> write(Transaction tx, Contact contact, Instant now) {
    return PgTransaction.of(tx)
        .run(ContactSql.change(contact, now))
        .invoke(
            rows -> {
              if (rows.iterator().next().getLong("emails") < contact.emails().size()) {
                throw taken("email");
              }
            })
        .replaceWithVoid();
  }

  private static <T> Uni<T> precisely(Uni<T> written) {
    return written
        .onFailure(PgFailures.breaks("contact_email_taken"))
        .transform(_ -> taken("email"))
        .onFailure(PgFailures.breaks("contact_external_id_taken"))
        .transform(_ -> taken("externalId"));
  }

  @Override
  public Uni<ContactView> get(OrganizationId organization, ContactId id) {
    return unitOfWork.reading(organization, tx -> view(tx, id));
  }

  private static Uni<ContactView> view(Transaction tx, ContactId id) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select "
                    + ContactRow.COLUMNS
                    + ", "
                    + AttributeSql.OF_CONTACT
                    + " from contact c where c.org_id = $1 and c.id = ?::uuid",
                id.value()))
        .map(
            rows ->
                Rows.first(
                        rows,
                        row -> new ContactView(ContactRow.toDomain(row), AttributeSql.views(row)))
                    .orElseThrow(() -> new DomainException(new ContactError.ContactNotFound(id))));
  }

  @Override
  public Uni<Page<Contact>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit) {
    Sql sql = Sql.of("select " + ContactRow.COLUMNS + " from contact c where c.org_id = $1");
    restrict(sql, filter);
    after.ifPresent(
        cursor ->
            sql.add(
                " and (c.created_at, c.id) > (?::timestamptz, ?::uuid)",
                Rows.timestamp(cursor.at()),
                cursor.id()));
    sql.add(" order by c.created_at, c.id limit ?::int", limit + 1);
    return unitOfWork
        .reading(organization, tx -> tx.run(sql))
        .map(
            rows ->
                Page.cut(
                    Rows.list(rows, ContactRow::toDomain),
                    limit,
                    contact -> new Cursor(contact.createdAt(), contact.id().value())));
  }

  private static void restrict(Sql sql, Filter filter) {
    switch (filter) {
      case Filter.Everyone() -> {}
      case Filter.WithEmail(EmailAddress email) ->
          sql.add(
              " and c.id = (select e.contact_id from contact_email e"
                  + " where e.org_id = $1 and e.email_key = ?::text)",
              email.key());
      case Filter.WithPhone(String number) ->
          sql.add(
              " and c.id in (select p.contact_id from contact_phone p"
                  + " where p.org_id = $1 and p.phone_number = ?::text)",
              number);
      case Filter.WithExternalId(String id) -> sql.add(" and c.external_id = ?::text", id);
    }
  }

  private static Contact numbered(Contact contact, long number) {
    return new Contact(
        contact.id(),
        number,
        contact.name(),
        contact.emails(),
        contact.phoneNumbers(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.blocked(),
        contact.createdAt(),
        contact.anonymizedAt());
  }

  private static DomainException taken(String field) {
    return new DomainException(new ContactError.ContactKeyTaken(field));
  }
}
