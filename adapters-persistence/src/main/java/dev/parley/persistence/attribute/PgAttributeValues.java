package dev.parley.persistence.attribute;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Values of custom attributes in PostgreSQL. */
public final class PgAttributeValues implements AttributeValues {
  private static final String FIELDS =
      """
      select a.id, a.entity, a.identifier, a.label, a.input, a.archived, a.created_at,
             a.updated_at, v.value
        from custom_attribute a
      """;

  private static final String NAMED =
      " where a.org_id = $1 and a.id = any(?::uuid[]) order by a.created_at, a.id";

  @Override
  public Uni<List<Field>> ofConversation(
      Transaction tx, long number, Set<CustomAttributeId> attributes) {
    return fields(
        tx,
        Sql.of(FIELDS)
            .add(
                """
                 left join conversation_attribute v
                   on v.org_id = $1 and v.attribute_id = a.id
                  and v.conversation_id = (select c.id from conversation c
                                            where c.org_id = $1 and c.number = ?::bigint)
                """,
                number),
        attributes);
  }

  @Override
  public Uni<List<Field>> ofContact(
      Transaction tx, ContactId contact, Set<CustomAttributeId> attributes) {
    Uni<Boolean> known = locked(tx, contact);
    Uni<List<Field>> fields =
        fields(
            tx,
            Sql.of(FIELDS)
                .add(
                    """
                     left join contact_attribute v
                       on v.org_id = $1 and v.attribute_id = a.id and v.contact_id = ?::uuid
                    """,
                    contact.value()),
            attributes);
    return Loads.then(known, fields, (_, found) -> Uni.createFrom().item(found));
  }

  /** Before its values are read, so that anonymization comes wholly before this or after it. */
  private static Uni<Boolean> locked(Transaction tx, ContactId contact) {
    return run(
            tx,
            Sql.of(
                """
                select c.anonymized_at is null as personal from contact c
                 where c.org_id = $1 and c.id = ?::uuid for no key update
                """,
                contact.value()))
        .map(
            rows ->
                Rows.first(rows, row -> row.getBoolean("personal"))
                    .orElseThrow(
                        () -> new DomainException(new ContactError.ContactNotFound(contact))))
        .invoke(
            personal -> {
              if (!personal) {
                throw new DomainException(new ContactError.ContactIsAnonymized(contact));
              }
            });
  }

  @Override
  public Uni<Void> save(Transaction tx, ContactId contact, List<AttributeChange> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Sql sql = Sql.of("with ");
    AttributeSql.addChanges(sql, "contact", contact.value(), changes);
    return run(tx, sql.add(" select 1")).replaceWithVoid();
  }

  private static Uni<List<Field>> fields(
      Transaction tx, Sql from, Set<CustomAttributeId> attributes) {
    return run(
            tx,
            from.add(
                NAMED,
                (Object) attributes.stream().map(CustomAttributeId::value).toArray(UUID[]::new)))
        .map(rows -> Rows.list(rows, PgAttributeValues::toField));
  }

  private static Field toField(Row row) {
    Input input = InputJson.read(row.getJsonObject("input"));
    String[] value = row.getArrayOfStrings("value");
    return new Field(
        new CustomAttribute(
            new CustomAttributeId(row.getUUID("id")),
            Code.parse(CustomAttribute.Entity.class, row.getString("entity")),
            row.getString("identifier"),
            row.getString("label"),
            input,
            row.getBoolean("archived"),
            Rows.requiredInstant(row, "created_at"),
            Rows.instant(row, "updated_at")),
        value == null
            ? null
            : AttributeSql.value(input instanceof Input.SelectInput, List.of(value)));
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
