package dev.parley.persistence.support;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Texts by name, as a JSON object. */
public final class TextMap {
  private TextMap() {}

  public static JsonObject toJson(Map<String, String> texts) {
    JsonObject json = new JsonObject();
    texts.forEach(json::put);
    return json;
  }

  public static Map<String, String> fromJson(JsonObject json) {
    Map<String, String> texts = new HashMap<>();
    json.forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
    return texts;
  }
}
