package dev.parley.application.attribute;

import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import java.util.List;
import java.util.stream.Stream;

/** A value as dialects show it, with the names of its field. */
public record AttributeView(
    CustomAttributeId id, String label, String identifier, AttributeValue value) {

  /** Those that hold something. */
  public static List<AttributeView> of(List<Field> fields) {
    return fields.stream().flatMap(AttributeView::of).toList();
  }

  private static Stream<AttributeView> of(Field field) {
    AttributeValue value = field.value();
    return value == null
        ? Stream.empty()
        : Stream.of(
            new AttributeView(
                field.definition().id(),
                field.definition().label(),
                field.definition().identifier(),
                value));
  }
}
