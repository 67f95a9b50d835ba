package dev.parley.persistence.contact;

import dev.parley.application.contact.Contacts;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts as conversations need them. */
public final class PgContacts implements Contacts {
  private static final String FIND_OR_CREATE =
      """
      with input as (
        select ?::text as email_key, ?::text as email, ?::uuid as new_id, ?::text as display_name,
               ?::timestamptz as now
      ), present as (
        select a.contact_id from contact_email a
         where a.org_id = $1 and a.email_key = (select email_key from input)
      ), taken as (
        insert into contact_email (org_id, email_key, contact_id, position, email)
        select $1, email_key, new_id, 0, email from input
         where not exists (select from present)
        on conflict do nothing
        returning contact_id
      ), counted as (
        update org_counter set people = people + 1
         where org_id = $1 and exists (select from taken)
        returning people
      ), created as (
        insert into contact (org_id, id, number, display_name, created_at)
        select $1, new_id, people, display_name, now from input, counted
        returning *
      ), named as (
        update contact c set display_name = input.display_name
          from input, present
         where c.org_id = $1 and c.id = present.contact_id
           and input.display_name is not null and c.display_name is null
           and c.first_name is null and c.last_name is null and c.middle_names = '{}'
        returning c.display_name
      )
      select c.id, c.number, c.display_name, c.first_name, c.middle_names, c.last_name,
             c.avatar_url, c.external_id, c.blocked, c.created_at, c.anonymized_at,
             array[input.email] as emails, '{}'::text[] as phone_numbers
        from created c, input
      union all
      select c.id, c.number, coalesce(c.display_name, (select display_name from named)),
             c.first_name, c.middle_names, c.last_name,
             c.avatar_url, c.external_id, c.blocked, c.created_at, c.anonymized_at,
             array(select e.email from contact_email e
                    where e.org_id = $1 and e.contact_id = c.id order by e.position),
             array(select p.phone_number from contact_phone p
                    where p.org_id = $1 and p.contact_id = c.id order by p.position)
        from present join contact c on c.org_id = $1 and c.id = present.contact_id
      """;

  @Override
  public Uni<Contact> get(Transaction tx, ContactId id) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select "
                    + ContactRow.COLUMNS
                    + " from contact c where c.org_id = $1 and c.id = ?::uuid",
                id.value()))
        .map(
            rows ->
                Rows.first(rows, ContactRow::toDomain)
                    .orElseThrow(() -> new DomainException(new ContactError.ContactNotFound(id))));
  }

  /**
   * One statement, which takes the address before it makes the contact. Who loses a race for an
   * address waits for the winner, takes nothing, and, since a statement does not see what was
   * committed after it began, asks once more.
   */
  @Override
  public Uni<Contact> findOrCreate(
      Transaction tx,
      EmailAddress address,
      @Nullable String displayName,
      ContactId newId,
      Instant now) {
    Sql sql =
        Sql.of(
            FIND_OR_CREATE,
            address.key(),
            address.value(),
            newId.value(),
            displayName,
            Rows.timestamp(now));
    return run(tx, sql)
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : run(tx, sql))
        .map(
            found ->
                found.orElseThrow(() -> new DomainException(new SharedError.ConcurrentChange())));
  }

  private static Uni<Optional<Contact>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql).map(rows -> Rows.first(rows, ContactRow::toDomain));
  }
}
