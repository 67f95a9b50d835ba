package dev.parley.persistence.attribute;

import dev.parley.application.attribute.AttributeView;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of custom attributes as conversations and contacts read and write them. */
public final class AttributeSql {
  private static final String VIEWS =
      """
      (select jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label,
                  'identifier', a.identifier, 'select', a.input -> 'options' is not null,
                  'value', v.value) order by a.created_at, a.id)
         from OWNER_attribute v
         join custom_attribute a on a.org_id = $1 and a.id = v.attribute_id and not a.archived
        where v.org_id = $1 and v.OWNER_id = c.id) as attributes
      """;

  /** The column {@code attributes} of {@code conversation c}; archived fields are not shown. */
  public static final String OF_CONVERSATION = VIEWS.replace("OWNER", "conversation");

  /** The same of {@code contact c}. */
  public static final String OF_CONTACT = VIEWS.replace("OWNER", "contact");

  private AttributeSql() {}

  /** Reads the column {@code attributes}. */
  public static List<AttributeView> views(Row row) {
    JsonArray attributes = row.getJsonArray("attributes");
    return attributes == null
        ? List.of()
        : attributes.stream().map(JsonObject.class::cast).map(AttributeSql::view).toList();
  }

  /** Reads what an entry of the activity log says was updated. */
  public static List<AttributeChange> changes(JsonArray changes) {
    return changes.stream().map(JsonObject.class::cast).map(AttributeSql::change).toList();
  }

  private static AttributeChange change(JsonObject json) {
    return new AttributeChange(id(json), json.getJsonArray("value") == null ? null : value(json));
  }

  private static AttributeView view(JsonObject json) {
    return new AttributeView(
        id(json), json.getString("label"), json.getString("identifier"), value(json));
  }

  private static CustomAttributeId id(JsonObject json) {
    return new CustomAttributeId(UUID.fromString(json.getString("id")));
  }

  private static AttributeValue value(JsonObject json) {
    return value(
        json.getBoolean("select"),
        json.getJsonArray("value").stream().map(String.class::cast).toList());
  }

  /** A stored value of a field that is a select or a text. */
  public static AttributeValue value(boolean select, List<String> stored) {
    return select
        ? new AttributeValue.Chosen(stored)
        : new AttributeValue.Written(stored.getFirst());
  }

  /**
   * Adds the parts of a statement that write values of one owner.
   *
   * @param owner {@code conversation} or {@code contact}
   */
  public static void addChanges(Sql sql, String owner, UUID id, List<AttributeChange> changes) {
    sql.add(
        """
        wished as (
          select w.id, array(select jsonb_array_elements_text(w.value)) as value,
                 w.value is null as nothing
            from (select u.id, u.value::jsonb from unnest(?::uuid[], ?::text[]) u(id, value)) w
        ), set_attributes as (
          insert into OWNER_attribute (org_id, OWNER_id, attribute_id, value)
          select $1, ?::uuid, w.id, w.value from wished w where not w.nothing
          on conflict (org_id, OWNER_id, attribute_id) do update set value = excluded.value
        ), cleared_attributes as (
          delete from OWNER_attribute v using wished w
           where v.org_id = $1 and v.OWNER_id = ?::uuid and v.attribute_id = w.id and w.nothing
        )"""
            .replace("OWNER", owner),
        changes.stream().map(change -> change.attribute().value()).toArray(UUID[]::new),
        changes.stream().map(change -> stored(change.value())).toArray(String[]::new),
        id,
        id);
  }

  private static @Nullable String stored(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> null;
      case AttributeValue.Written(String text) -> JsonArray.of(text).encode();
      case AttributeValue.Chosen(List<String> path) -> new JsonArray(path).encode();
    };
  }
}
