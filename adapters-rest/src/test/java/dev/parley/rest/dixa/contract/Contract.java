package dev.parley.rest.dixa.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract as {@code contracts/dixa.yaml} has it.
 *
 * @param operations by method and path
 */
public record Contract(Map<String, Operation> operations, Map<String, Shape> types) {
  private static final String FILE = "/contracts/dixa.yaml";

  /**
   * One operation.
   *
   * @param success its status
   * @param errors the statuses that it lists itself
   * @param allErrors those of every such operation too
   */
  public record Operation(
      String success,
      Set<String> errors,
      Set<String> allErrors,
      Set<String> query,
      Optional<Shape> body,
      Shape answer,
      boolean enveloped) {}

  public static Contract read() {
    try (InputStream file = Objects.requireNonNull(Contract.class.getResourceAsStream(FILE))) {
      return of(new Yaml().load(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contract of(Map<String, Object> file) {
    Map<String, Object> types = map(file.get("types"));
    Map<String, Operation> operations = new LinkedHashMap<>();
    map(file.get("operations"))
        .forEach(
            (route, node) -> {
              String bare = Shape.bare(route);
              operations.put(bare, operation(map(node), common(file, bare), types));
            });
    Map<String, Shape> shapes = new LinkedHashMap<>();
    types.forEach((name, node) -> shapes.put(name, Shape.of(node, types)));
    return new Contract(operations, shapes);
  }

  private static Operation operation(
      Map<String, Object> node, Set<String> common, Map<String, Object> types) {
    String success =
        node.keySet().stream().filter(key -> key.matches("2\\d\\d")).findFirst().orElseThrow();
    Object answer = Objects.requireNonNull(node.get(success));
    boolean bare = answer instanceof Map<?, ?> map && map.containsKey("bare");
    Set<String> errors = words(node.get("errors"));
    Set<String> all = new TreeSet<>(common);
    all.addAll(errors);
    return new Operation(
        success,
        errors,
        all,
        words(node.get("query")),
        Optional.ofNullable(node.get("body")).map(body -> Shape.of(body, types)),
        Shape.of(bare ? Objects.requireNonNull(map(answer).get("bare")) : answer, types),
        !bare);
  }

  private static Set<String> common(Map<String, Object> file, String route) {
    Set<String> common = new TreeSet<>(words(file.get("everywhere")));
    if (!route.startsWith("GET ")) {
      common.addAll(words(file.get("writes")));
    }
    if (route.startsWith("POST ")) {
      common.addAll(words(file.get("posts")));
    }
    return common;
  }

  private static Set<String> words(@Nullable Object node) {
    return node == null
        ? Set.of()
        : Stream.of(node.toString().split(" ", -1)).map(Shape::bare).collect(Collectors.toSet());
  }

  private static Map<String, Object> map(@Nullable Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(node))
        .forEach((key, value) -> map.put(key.toString(), value));
    return map;
  }
}
