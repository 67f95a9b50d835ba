package dev.parley.persistence.contact;

import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import java.time.Instant;

/** Writes a contact with its addresses, each time in one statement. */
final class ContactSql {
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

  /** An address that another contact has is not written; the answer counts those that are. */
  private static final String CHANGE =
      """
      with changed as (
        update contact
           set display_name = ?::text, first_name = ?::text, middle_names = ?::text[],
               last_name = ?::text, avatar_url = ?::text, external_id = ?::text
         where org_id = $1 and id = ?::uuid
        returning id
      ), input as (
        select id, ?::text[] as email_keys, ?::text[] as emails, ?::text[] as phones from changed
      ), written as (
        insert into contact_email as e (org_id, email_key, contact_id, position, email)
        select $1, email_key, id, n - 1, email
          from input, unnest(email_keys, emails) with ordinality as a (email_key, email, n)
        on conflict on constraint contact_email_taken
           do update set position = excluded.position, email = excluded.email
           where e.contact_id = excluded.contact_id
        returning e.email_key
      ), lost as (
        delete from contact_email e using input
         where e.org_id = $1 and e.contact_id = input.id and e.email_key <> all (input.email_keys)
        returning e.contact_id, e.email_key, e.email
      ), remembered as (
        insert into former_contact_email (org_id, contact_id, email_key, email, held_until)
        select $1, contact_id, email_key, email, ?::timestamptz from lost
        on conflict on constraint former_contact_email_known
           do update set email = excluded.email, held_until = excluded.held_until
      ), phones as (
        insert into contact_phone (org_id, contact_id, position, phone_number)
        select $1, id, n - 1, phone_number
          from input, unnest(phones) with ordinality as p (phone_number, n)
        on conflict (org_id, contact_id, position)
           do update set phone_number = excluded.phone_number
      ), fewer_phones as (
        delete from contact_phone p using input
         where p.org_id = $1 and p.contact_id = input.id and p.position >= cardinality(input.phones)
      )
      select count(*) as emails from written
      """;

  private ContactSql() {}

  /** Makes others wait who want to change it. */
  static Sql lock(ContactId id) {
    return Sql.of(
        "select from contact where org_id = $1 and id = ?::uuid for no key update", id.value());
  }

  /** Answers the {@code number}. */
  static Sql add(Contact contact) {
    Contact.Name name = contact.name();
    return Sql.of(
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
        keys(contact),
        emails(contact),
        phones(contact));
  }

  /** Answers how many {@code emails} are the contact's now. */
  static Sql change(Contact contact, Instant now) {
    Contact.Name name = contact.name();
    return Sql.of(
        CHANGE,
        name.display(),
        name.first(),
        name.middle().toArray(String[]::new),
        name.last(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.id().value(),
        keys(contact),
        emails(contact),
        phones(contact),
        Rows.timestamp(now));
  }

  private static String[] keys(Contact contact) {
    return contact.emails().stream().map(EmailAddress::key).toArray(String[]::new);
  }

  private static String[] emails(Contact contact) {
    return contact.emails().stream().map(EmailAddress::value).toArray(String[]::new);
  }

  private static String[] phones(Contact contact) {
    return contact.phoneNumbers().toArray(String[]::new);
  }
}
