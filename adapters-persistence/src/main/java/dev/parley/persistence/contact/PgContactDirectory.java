package dev.parley.persistence.contact;

import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The contacts of an organization. */
public final class PgContactDirectory implements ContactDirectory {
  private static final String ADD =
      """
      with counted as (
        update org_counter set people = people + 1 where org_id = $1 returning people
      ), created as (
        insert into contact (
            org_id, id, number, display_name, first_name, middle_names, last_name, avatar_url,
            external_id, blocked, created_at)
        select $1, ?::uuid, people, ?::text, ?::text, ?::text[], ?::text, ?::text, ?::text,
               ?::boolean, ?::timestamptz
          from counted
        returning id, number
      ), emails as (
        insert into contact_email (org_id, email_key, contact_id, position, email)
        select $1, email_key, id, n - 1, email
          from created, unnest(?::text[], ?::text[]) with ordinality as e (email_key, email, n)
      ), phones as (
        insert into contact_phone (org_id, contact_id, position, phone_number)
        select $1, id, n - 1, phone_number
          from created, unnest(?::text[]) with ordinality as p (phone_number, n)
      )
      select number from created
      """;

  private final PgUnitOfWork unitOfWork;

  public PgContactDirectory(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Contact> add(OrganizationId organization, Contact contact) {
    return unitOfWork
        .inTransaction(organization, tx -> insert(tx, contact))
        .map(number -> numbered(contact, number))
        .onFailure(PgFailures.breaks("contact_email_taken"))
        .transform(_ -> taken("email"))
        .onFailure(PgFailures.breaks("contact_external_id_taken"))
        .transform(_ -> taken("externalId"));
  }

  @Override
  public Uni<Contact> get(OrganizationId organization, ContactId id) {
    return unitOfWork.reading(organization, tx -> new PgContacts().get(tx, id));
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

  private static Uni<Long> insert(Transaction tx, Contact contact) {
    Contact.Name name = contact.name();
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                ADD,
                contact.id().value(),
                name.display(),
                name.first(),
                name.middle().toArray(String[]::new),
                name.last(),
                contact.avatarUrl(),
                contact.externalId(),
                contact.blocked(),
                Rows.timestamp(contact.createdAt()),
                contact.emails().stream().map(EmailAddress::key).toArray(String[]::new),
                contact.emails().stream().map(EmailAddress::value).toArray(String[]::new),
                contact.phoneNumbers().toArray(String[]::new)))
        .map(rows -> rows.iterator().next().getLong("number"));
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
