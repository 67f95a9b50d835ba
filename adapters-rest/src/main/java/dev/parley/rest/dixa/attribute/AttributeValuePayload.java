package dev.parley.rest.dixa.attribute;

import dev.parley.application.attribute.AttributeView;
import dev.parley.domain.attribute.AttributeValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation or an end user holds in a custom attribute.
 *
 * @param value a string for a text; for a select the values of the options from the top one down
 */
@RegisterForReflection
@Schema(
    name = "CustomAttribute",
    examples =
        """
        {"id": "e14708a6-eed9-495c-9d88-c72331e9e247", "name": "Topic", "identifier": "topic",
         "value": ["billing", "refund"]}""")
public record AttributeValuePayload(
    UUID id,
    String name,
    String identifier,
    @Schema(oneOf = {String.class, String[].class}) Object value) {

  public static List<AttributeValuePayload> of(List<AttributeView> attributes) {
    return attributes.stream().map(AttributeValuePayload::of).toList();
  }

  /** Nothing where attributes are not shown. */
  public static @Nullable List<AttributeValuePayload> ofNullable(
      @Nullable List<AttributeView> attributes) {
    return attributes == null ? null : of(attributes);
  }

  private static AttributeValuePayload of(AttributeView view) {
    return new AttributeValuePayload(
        view.id().value(), view.label(), view.identifier(), json(view.value()));
  }

  /** A string or a list of strings. */
  public static Object json(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Written(String text) -> text;
      case AttributeValue.Chosen(List<String> path) -> path;
    };
  }
}
