package dev.parley.persistence.contact;

import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.persistence.support.Rows;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.Stream;

/** A contact's columns, its addresses gathered into arrays. */
final class ContactRow {
  /** Of a contact {@code c}. */
  static final String COLUMNS =
      """
      c.id, c.number, c.display_name, c.first_name, c.middle_names, c.last_name, c.avatar_url,
      c.external_id, c.blocked, c.created_at, c.anonymized_at,
      array(select e.email from contact_email e
             where e.org_id = $1 and e.contact_id = c.id order by e.position) as emails,
      array(select p.phone_number from contact_phone p
             where p.org_id = $1 and p.contact_id = c.id order by p.position) as phone_numbers
      """;

  private ContactRow() {}

  static Contact toDomain(Row row) {
    return new Contact(
        new ContactId(row.getUUID("id")),
        row.getLong("number"),
        new Contact.Name(
            row.getString("display_name"),
            row.getString("first_name"),
            List.of(row.getArrayOfStrings("middle_names")),
            row.getString("last_name")),
        Stream.of(row.getArrayOfStrings("emails")).map(EmailAddress::new).toList(),
        List.of(row.getArrayOfStrings("phone_numbers")),
        row.getString("avatar_url"),
        row.getString("external_id"),
        row.getBoolean("blocked"),
        Rows.requiredInstant(row, "created_at"),
        Rows.instant(row, "anonymized_at"));
  }
}
