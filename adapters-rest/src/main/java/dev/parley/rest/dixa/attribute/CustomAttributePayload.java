package dev.parley.rest.dixa.attribute;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.rest.dixa.DixaTimes;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A definition. Nothing here is ever required of an agent, or deactivated without archiving. */
@Schema(
    name = "CustomAttributeDefinition",
    examples =
        """
        {"id": "e14708a6-eed9-495c-9d88-c72331e9e247", "entityType": "Conversation",
         "identifier": "order", "label": "Order", "inputDefinition": {"_type": "Text"},
         "createdAt": "2021-12-01T12:46:36.581Z[GMT]", "isRequired": false, "isArchived": false,
         "isDeactivated": false}""")
record CustomAttributePayload(
    UUID id,
    @Schema(enumeration = {"Contact", "Conversation"}) String entityType,
    String identifier,
    String label,
    InputPayload inputDefinition,
    String createdAt,
    @Nullable String updatedAt,
    boolean isRequired,
    boolean isArchived,
    boolean isDeactivated) {

  static CustomAttributePayload from(CustomAttribute attribute) {
    return new CustomAttributePayload(
        attribute.id().value(),
        CreateCustomAttribute.word(attribute.entity()),
        attribute.identifier(),
        attribute.label(),
        InputPayload.from(attribute.input()),
        DixaTimes.zoned(attribute.createdAt()),
        DixaTimes.zonedOrNull(attribute.updatedAt()),
        false,
        attribute.archived(),
        false);
  }

  record InputPayload(
      @JsonProperty("_type") @Schema(enumeration = {"Text", "Select"}) String type,
      @Nullable String placeholder,
      @Nullable List<OptionPayload> options) {
    static InputPayload from(Input input) {
      return switch (input) {
        case Input.TextInput(String placeholder) -> new InputPayload("Text", placeholder, null);
        case Input.SelectInput(List<Option> options) ->
            new InputPayload("Select", null, OptionPayload.from(options));
      };
    }
  }

  record OptionPayload(
      UUID id,
      String label,
      String value,
      List<OptionPayload> nestedOptions,
      boolean isDeactivated,
      int orderIndex) {
    static List<OptionPayload> from(List<Option> options) {
      return IntStream.range(0, options.size()).mapToObj(i -> from(options.get(i), i)).toList();
    }

    private static OptionPayload from(Option option, int orderIndex) {
      return new OptionPayload(
          option.id(),
          option.label(),
          option.value(),
          from(option.nested()),
          option.deactivated(),
          orderIndex);
    }
  }
}
