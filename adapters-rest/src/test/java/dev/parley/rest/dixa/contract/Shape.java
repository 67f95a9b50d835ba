package dev.parley.rest.dixa.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value looks like, as the contract says. */
sealed interface Shape {
  /** One of the words that have a meaning of their own, such as {@code uuid}. */
  record Scalar(String word) implements Shape {}

  record Words(Set<String> words) implements Shape {}

  record ListOf(Shape element) implements Shape {}

  record Either(List<Shape> choices) implements Shape {}

  /** An object that {@code _type} tells what it is. */
  record OneOf(Map<String, Shape> variants) implements Shape {}

  /** Values by keys that only the caller knows. */
  record MapOf(Shape value) implements Shape {}

  record Fields(Map<String, Field> fields) implements Shape {}

  record Named(String name) implements Shape {}

  /**
   * @param never whether it is Dixa's only
   */
  record Field(boolean required, boolean never, Shape shape) {}

  Set<String> SCALARS =
      Set.of("uuid", "string", "time", "i32", "i64", "bool", "map", "any", "nothing");

  /** Reads a node of the file; {@code types} are those it may include with {@code all of}. */
  static Shape of(Object node, Map<String, Object> types) {
    return switch (node) {
      case List<?> list -> new ListOf(of(list.getFirst(), types));
      case Map<?, ?> map when map.get("one of") instanceof Map<?, ?> variants ->
          new OneOf(variants(variants, types));
      case Map<?, ?> map when map.containsKey("each") ->
          new MapOf(of(required(map, "each"), types));
      case Map<?, ?> map -> new Fields(fields(map, types));
      default -> ofText(node.toString(), types);
    };
  }

  private static Shape ofText(String text, Map<String, Object> types) {
    if (text.contains(" or ")) {
      return new Either(
          Stream.of(text.split(" or ", -1)).map(choice -> ofText(choice, types)).toList());
    }
    if (text.startsWith("[")) {
      return new ListOf(ofText(text.substring(1, text.length() - 1), types));
    }
    if (text.startsWith("only ")) {
      return new Words(Set.of(text.substring("only ".length())));
    }
    if (text.contains(" | ")) {
      return new Words(
          Stream.of(text.split(" \\| ", -1))
              .filter(word -> !word.startsWith("-"))
              .map(Shape::bare)
              .collect(Collectors.toSet()));
    }
    return SCALARS.contains(text) ? new Scalar(text) : new Named(text);
  }

  private static Map<String, Shape> variants(Map<?, ?> node, Map<String, Object> types) {
    Map<String, Shape> variants = new LinkedHashMap<>();
    node.forEach(
        (name, variant) -> {
          if (!name.toString().startsWith("-")) {
            variants.put(bare(name.toString()), of(variant, types));
          }
        });
    return variants;
  }

  private static Map<String, Field> fields(Map<?, ?> node, Map<String, Object> types) {
    Map<String, Field> fields = new LinkedHashMap<>();
    node.forEach(
        (key, value) -> {
          String name = key.toString();
          if (name.equals("all of")) {
            fields.putAll(fields((Map<?, ?>) required(types, value.toString()), types));
          } else {
            fields.put(
                bare(name), new Field(name.endsWith("*"), name.startsWith("-"), of(value, types)));
          }
        });
    return fields;
  }

  private static Object required(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  /** A name without its marks. */
  static String bare(String name) {
    return name.replaceAll("^[+-] ?|\\*$", "");
  }
}
