package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field is in a body.
 *
 * @param steps names of fields; {@code 0} is the first element of a list
 */
record FieldPath(List<String> steps) {
  static final FieldPath ROOT = new FieldPath(List.of());

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String MARK = "the-value-under-test";

  FieldPath {
    steps = List.copyOf(steps);
  }

  FieldPath then(String step) {
    List<String> more = new ArrayList<>(steps);
    more.add(step);
    return new FieldPath(more);
  }

  String last() {
    return steps.getLast();
  }

  /**
   * The body with another value there, which may be no JSON at all; what is missing on the way is
   * made.
   */
  String set(JsonNode body, String value) {
    JsonNode copy = body.deepCopy();
    put(copy, 0, NODES.textNode(MARK));
    return copy.toString().replace('"' + MARK + '"', value);
  }

  /** The body with the field there twice, first with null. */
  String twice(JsonNode body) {
    return set(body, "null, \"" + last() + "\": null").replace("\"0\": null", "null");
  }

  /** The body without the field. */
  String removed(JsonNode body) {
    JsonNode copy = body.deepCopy();
    JsonNode holder = copy;
    for (String step : steps.subList(0, steps.size() - 1)) {
      holder = child(holder, step);
    }
    if (holder instanceof ObjectNode object) {
      object.remove(last());
    }
    return copy.toString();
  }

  private void put(JsonNode holder, int depth, JsonNode value) {
    String step = steps.get(depth);
    if (depth == steps.size() - 1) {
      replace(holder, step, value);
      return;
    }
    JsonNode child = child(holder, step);
    boolean list = steps.get(depth + 1).equals("0");
    if (list ? !child.isArray() : !child.isObject()) {
      child = list ? NODES.arrayNode() : NODES.objectNode();
      replace(holder, step, child);
    }
    put(child, depth + 1, value);
  }

  private static JsonNode child(JsonNode holder, String step) {
    return holder.isArray() ? holder.path(Integer.parseInt(step)) : holder.path(step);
  }

  private static void replace(JsonNode holder, String step, JsonNode value) {
    switch (holder) {
      case ArrayNode list when list.isEmpty() -> list.add(value);
      case ArrayNode list -> list.set(0, value);
      case ObjectNode object -> object.set(step, value);
      default -> throw new IllegalArgumentException(holder + " has no " + step);
    }
  }
}
