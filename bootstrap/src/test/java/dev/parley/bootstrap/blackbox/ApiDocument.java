package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An OpenAPI document as it is served. */
record ApiDocument(JsonNode document) {
  /** Names of query parameters and of fields that hold UUIDs, by method and path. */
  Map<String, Set<String>> idsByRoute() {
    Map<String, Set<String>> ids = new TreeMap<>();
    operations().forEach((route, operation) -> ids.put(route, ids(operation)));
    return ids;
  }

  /**
   * Operations by method and path, with nothing but {@code {}} for ids; without streams, which have
   * no end.
   */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> !isStream(method.getValue()))
                    .forEach(
                        method ->
                            operations.put(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + Operation.route(path.getKey()),
                                method.getValue())));
    return operations;
  }

  private static boolean isStream(JsonNode operation) {
    return operation.path("responses").path("200").path("content").has("text/event-stream");
  }

  boolean hasBody(String route) {
    return !body(route).isMissingNode();
  }

  Set<String> queryParameters(String route) {
    return operation(route)
        .path("parameters")
        .valueStream()
        .filter(parameter -> "query".equals(parameter.path("in").asText()))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The statuses that an operation documents. */
  Set<Integer> statuses(String route) {
    return operation(route).path("responses").properties().stream()
        .map(answer -> Integer.valueOf(answer.getKey()))
        .collect(Collectors.toSet());
  }

  /**
   * The fields of a request's body, those of lists at their first element.
   *
   * @param example says which variant is meant where there are several
   */
  List<FieldPath> bodyFields(String route, JsonNode example) {
    List<FieldPath> fields = new ArrayList<>();
    addPaths(body(route), example, FieldPath.ROOT, fields, Set.of());
    return fields;
  }

  /** Where an answer is not as documented. */
  List<String> violations(String route, int status, JsonNode answer) {
    List<String> violations = new ArrayList<>();
    JsonNode schema =
        operation(route)
            .path("responses")
            .path(Integer.toString(status))
            .at("/content/application~1json/schema");
    check(schema, answer, "", violations);
    return violations;
  }

  private void check(JsonNode given, JsonNode value, String at, List<String> violations) {
    String reference = given.path("$ref").asText();
    JsonNode schema = reference.isEmpty() ? given : document.at(reference.substring(1));
    if (schema.at("/discriminator/mapping").has(value.path("_type").asText())) {
      check(variant(schema, value), value, at, violations);
      return;
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.hasNonNull(name.asText())) {
        violations.add(at + "/" + name.asText() + " is missing");
      }
    }
    boolean known =
        schema.path("enum").isEmpty() || schema.path("enum").valueStream().anyMatch(value::equals);
    if (!known || !isOfType(schema.path("type").asText(), value)) {
      violations.add(at + " is " + value);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (value.has(field.getKey())) {
                check(
                    field.getValue(),
                    value.path(field.getKey()),
                    at + "/" + field.getKey(),
                    violations);
              }
            });
    if (schema.has("items")) {
      value.forEach(element -> check(schema.path("items"), element, at + "[]", violations));
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }

  private JsonNode operation(String route) {
    return Objects.requireNonNull(operations().get(route), route);
  }

  private JsonNode body(String route) {
    return operation(route).at("/requestBody/content/application~1json/schema");
  }

  private void addPaths(
      JsonNode given, JsonNode example, FieldPath at, List<FieldPath> fields, Set<String> seen) {
    String reference = given.path("$ref").asText();
    if (seen.contains(reference)) {
      return;
    }
    Set<String> known = new HashSet<>(seen);
    known.add(reference.isEmpty() ? at.toString() : reference);
    JsonNode schema = reference.isEmpty() ? given : document.at(reference.substring(1));
    if (schema.has("oneOf")) {
      addPaths(variant(schema, example), example, at, fields, known);
      return;
    }
    Map<FieldPath, JsonNode> parts = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(field -> parts.put(at.then(field.getKey()), field.getValue()));
    if (schema.has("items")) {
      parts.put(at.then("0"), schema.path("items"));
    }
    if (schema.path("additionalProperties").isObject()) {
      Set<String> names = new TreeSet<>(Set.of("anything"));
      example.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> parts.put(at.then(name), schema.path("additionalProperties")));
    }
    parts.forEach(
        (path, part) -> {
          fields.add(path);
          String name = path.last();
          JsonNode inside = example.isArray() ? example.path(0) : example.path(name);
          addPaths(part, inside, path, fields, known);
        });
  }

  private static JsonNode variant(JsonNode schema, JsonNode example) {
    String reference =
        schema.at("/discriminator/mapping").path(example.path("_type").asText()).asText();
    return schema
        .path("oneOf")
        .valueStream()
        .filter(variant -> variant.path("$ref").asText().equals(reference))
        .findFirst()
        .orElseGet(() -> schema.path("oneOf").path(0));
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
