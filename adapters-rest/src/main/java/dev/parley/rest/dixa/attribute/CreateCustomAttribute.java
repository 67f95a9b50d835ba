package dev.parley.rest.dixa.attribute;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.attribute.CustomAttributeAdministration.NewAttribute;
import dev.parley.application.attribute.CustomAttributeAdministration.NewInput;
import dev.parley.application.attribute.CustomAttributeAdministration.NewOption;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A definition as a client wants it. */
@Schema(
    name = "CreateCustomAttribute",
    examples =
        """
        {"entityType": "Conversation", "identifier": "order", "label": "Order",
         "inputDefinition": {"_type": "Text"}}""")
record CreateCustomAttribute(
    @Schema(enumeration = {"Contact", "Conversation"}) String entityType,
    String identifier,
    String label,
    InputRequest inputDefinition) {
  CreateCustomAttribute {
    entityType = Required.text("entityType", entityType);
    identifier = Required.text("identifier", identifier);
    label = Required.text("label", label);
    inputDefinition = Required.field("inputDefinition", inputDefinition);
  }

  NewAttribute toNewAttribute() {
    return new NewAttribute(entity(entityType), identifier, label, inputDefinition.toNewInput());
  }

  static String word(Entity entity) {
    return switch (entity) {
      case CONVERSATION -> "Conversation";
      case CONTACT -> "Contact";
    };
  }

  private static Entity entity(String word) {
    return switch (word) {
      case "Conversation" -> Entity.CONVERSATION;
      case "Contact" -> Entity.CONTACT;
      default -> throw RequestRefused.badBody("entityType", "must be Conversation or Contact");
    };
  }

  record InputRequest(
      @JsonProperty("_type") @Schema(enumeration = {"Text", "Select"}) String type,
      @Nullable String placeholder,
      @Nullable List<OptionRequest> options) {
    InputRequest {
      type = Required.text("inputDefinition._type", type);
    }

    NewInput toNewInput() {
      return switch (type) {
        case "Text" -> new NewInput.Text(placeholder);
        case "Select" ->
            new NewInput.Select(
                OptionRequest.toNewOptions(Required.field("inputDefinition.options", options)));
        default -> throw RequestRefused.badBody("inputDefinition._type", "must be Text or Select");
      };
    }
  }

  /**
   * @param label the value when absent
   */
  record OptionRequest(
      String value,
      @Nullable String label,
      @Nullable Boolean isDeactivated,
      @Nullable List<OptionRequest> nestedOptions) {
    OptionRequest {
      value = Required.text("options.value", value);
    }

    static List<NewOption> toNewOptions(@Nullable List<OptionRequest> options) {
      return options == null
          ? List.of()
          : options.stream()
              .map(option -> Required.field("options", option))
              .map(OptionRequest::toNewOption)
              .toList();
    }

    private NewOption toNewOption() {
      return new NewOption(
          value,
          label == null ? value : label,
          isDeactivated != null && isDeactivated,
          toNewOptions(nestedOptions));
    }
  }
}
