package dev.parley.persistence.attribute;

import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** What a field accepts, as it is stored: options for a select, none for a text. */
public final class InputJson {
  private InputJson() {}

  public static String write(Input input) {
    return switch (input) {
      case Input.TextInput(String placeholder) ->
          new JsonObject().put("placeholder", placeholder).encode();
      case Input.SelectInput(List<Option> options) ->
          new JsonObject().put("options", toJson(options)).encode();
    };
  }

  static Input read(String text) {
    return read(new JsonObject(text));
  }

  static Input read(JsonObject json) {
    JsonArray options = json.getJsonArray("options");
    return options == null
        ? new Input.TextInput(json.getString("placeholder"))
        : new Input.SelectInput(fromJson(options));
  }

  private static JsonArray toJson(List<Option> options) {
    JsonArray array = new JsonArray();
    for (Option option : options) {
      array.add(
          new JsonObject()
              .put("id", option.id().toString())
              .put("value", option.value())
              .put("label", option.label())
              .put("deactivated", option.deactivated())
              .put("nested", toJson(option.nested())));
    }
    return array;
  }

  private static List<Option> fromJson(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).map(InputJson::fromJson).toList();
  }

  private static Option fromJson(JsonObject json) {
    return new Option(
        UUID.fromString(json.getString("id")),
        json.getString("value"),
        json.getString("label"),
        json.getBoolean("deactivated", false),
        fromJson(json.getJsonArray("nested")));
  }
}
