package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An OpenAPI document as it is served. */
record ApiDocument(JsonNode document) {
  /** Names of query parameters and of fields that hold UUIDs, by method and path. */
  Map<String, Set<String>> idsByRoute() {
    Map<String, Set<String>> ids = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            ids.put(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + Operation.route(path.getKey()),
                                ids(method.getValue()))));
    return ids;
  }

  private Set<String> ids(JsonNode operation) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if ("query".equals(parameter.path("in").asText())) {
        ids.add(parameter.path("name").asText());
      }
    }
    JsonNode body = operation.path("requestBody").path("content").path("application/json");
    addFields(body.path("schema"), "", ids, new HashSet<>());
    return ids;
  }

  private void addFields(JsonNode schema, String name, Set<String> ids, Set<String> seen) {
    if ("uuid".equals(schema.path("format").asText())) {
      ids.add(name);
    }
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty() && seen.add(reference)) {
      addFields(document.at(reference.substring(1)), name, ids, seen);
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> addFields(field.getValue(), field.getKey(), ids, seen));
    schema.path("oneOf").forEach(variant -> addFields(variant, name, ids, seen));
    if (schema.has("items")) {
      addFields(schema.path("items"), name, ids, seen);
    }
  }
}
