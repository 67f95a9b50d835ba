package dev.parley.rest.dixa.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.rest.dixa.contract.Contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every difference between the contract and an OpenAPI document, by name. */
final class Comparison {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Contract contract;
  private final JsonNode document;
  private final List<String> differences = new ArrayList<>();

  Comparison(Contract contract, JsonNode document) {
    this.contract = contract;
    this.document = document;
  }

  List<String> differences() {
    Map<String, JsonNode> documented = operations(document);
    names("operation", contract.operations().keySet(), documented.keySet());
    contract
        .operations()
        .forEach(
            (route, operation) -> {
              if (documented.containsKey(route)) {
                compare(route, operation, documented.get(route));
              }
            });
    return differences;
  }

  /** A document's operations by method and path. */
  static Map<String, JsonNode> operations(JsonNode document) {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          String name = method.getKey().toUpperCase(Locale.ROOT);
                          if (METHODS.contains(name)) {
                            operations.put(name + " " + path.getKey(), method.getValue());
                          }
                        }));
    return operations;
  }

  private void compare(String route, Operation operation, JsonNode documented) {
    Set<String> statuses = new TreeSet<>(operation.allErrors());
    statuses.add(operation.success());
    names(route + ": status", statuses, names(documented.path("responses")));
    names(route + ": query parameter", operation.query(), query(documented));
    JsonNode body = content(documented.path("requestBody"));
    if (operation.body().isPresent() && !body.isMissingNode()) {
      new Walk(true).compare(route + " body", body, operation.body().get());
    } else if (operation.body().isPresent() == body.isMissingNode()) {
      differences.add(route + (body.isMissingNode() ? " has no body" : " has a body"));
    }
    JsonNode answer = content(documented.path("responses").path(operation.success()));
    if (operation.answer().equals(new Shape.Scalar("nothing"))) {
      if (!answer.isMissingNode()) {
        differences.add(route + " answers something");
      }
    } else if (operation.enveloped()) {
      new Walk(false)
          .compare(route + " answer", resolved(answer).at("/properties/data"), operation.answer());
    } else {
      new Walk(false).compare(route + " answer", answer, operation.answer());
    }
  }

  private static JsonNode content(JsonNode holder) {
    return holder.at("/content/application~1json/schema");
  }

  private static Set<String> query(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> "query".equals(parameter.path("in").asText()))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toSet());
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private void names(String what, Set<String> expected, Set<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(expected);
    if (!missing.isEmpty()) {
      differences.add(what + " missing: " + missing);
    }
    if (!unknown.isEmpty()) {
      differences.add(what + " not in the contract: " + unknown);
    }
  }

  /** Through one body or answer; a type that contains itself is gone through once. */
  private final class Walk {
    private final boolean request;
    private final Set<String> seen = new HashSet<>();

    Walk(boolean request) {
      this.request = request;
    }

    void compare(String where, JsonNode given, Shape shape) {
      JsonNode schema = resolved(given);
      switch (shape) {
        case Shape.Named(var name) -> {
          Shape type = contract.types().get(name);
          if (type == null) {
            differences.add(where + ": the contract has no type " + name);
          } else if (seen.add(name)) {
            compare(where, schema, type);
            seen.remove(name);
          }
        }
        case Shape.Scalar(var word) -> scalar(where, schema, word);
        case Shape.Words(var words) ->
            names(
                where + ": word",
                words,
                schema
                    .path("enum")
                    .valueStream()
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet()));
        case Shape.ListOf(var element) -> {
          if (schema.has("items")) {
            compare(where + "[]", schema.path("items"), element);
          } else {
            differences.add(where + " is no list");
          }
        }
        case Shape.MapOf(var value) ->
            compare(where + ".*", schema.path("additionalProperties"), value);
        case Shape.Either(var choices) -> either(where, schema, choices);
        case Shape.OneOf(var variants) -> oneOf(where, schema, variants);
        case Shape.Fields(var fields) -> fields(where, schema, fields);
      }
    }

    private void either(String where, JsonNode schema, List<Shape> choices) {
      JsonNode offered = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
      if (offered.size() != choices.size()) {
        differences.add(where + " is not one of " + choices.size() + " shapes");
        return;
      }
      for (int i = 0; i < choices.size(); i++) {
        compare(where, offered.path(i), choices.get(i));
      }
    }

    private void oneOf(String where, JsonNode schema, Map<String, Shape> variants) {
      Map<String, JsonNode> documented = new TreeMap<>();
      for (JsonNode reference : schema.path("oneOf")) {
        JsonNode variant = resolved(reference);
        variant
            .at("/properties/_type/enum")
            .forEach(name -> documented.put(name.asText(), variant));
      }
      names(where + ": variant", variants.keySet(), documented.keySet());
      variants.forEach(
          (name, variant) -> {
            if (documented.containsKey(name)) {
              compare(where + "(" + name + ")", withoutType(documented.get(name)), variant);
            }
          });
    }

    private JsonNode withoutType(JsonNode schema) {
      JsonNode copy = schema.deepCopy();
      ((ObjectNode) copy.path("properties")).remove("_type");
      return copy;
    }

    private void fields(String where, JsonNode schema, Map<String, Shape.Field> fields) {
      JsonNode properties = schema.path("properties");
      Set<String> expected = new TreeSet<>();
      Set<String> required =
          schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
      fields.forEach(
          (name, field) -> {
            if (field.never()) {
              return;
            }
            expected.add(name);
            if (field.required() && !required.contains(name)) {
              differences.add(where + "." + name + " is not required");
            }
            if (request && !field.required() && required.contains(name)) {
              differences.add(where + "." + name + " is required");
            }
            if (properties.has(name)) {
              compare(where + "." + name, properties.path(name), field.shape());
            }
          });
      names(where + ": field", expected, names(properties));
    }

    private void scalar(String where, JsonNode schema, String word) {
      boolean fits =
          switch (word) {
            case "uuid" -> is(schema, "string", "uuid");
            case "string", "time" -> is(schema, "string", "") || is(schema, "string", "date-time");
            case "i32" -> is(schema, "integer", "int32");
            case "i64" -> is(schema, "integer", "int64");
            case "bool" -> is(schema, "boolean", "");
            case "map" -> is(schema, "object", "") && schema.has("additionalProperties");
            default -> true;
          };
      if (!fits) {
        differences.add(where + " is no " + word + " but " + schema);
      }
    }

    private static boolean is(JsonNode schema, String type, String format) {
      return schema.path("type").asText().equals(type)
          && schema.path("format").asText().equals(format);
    }
  }
}
