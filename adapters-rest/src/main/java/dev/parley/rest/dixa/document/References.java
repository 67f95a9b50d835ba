package dev.parley.rest.dixa.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which schemas a document uses, and where. */
final class References {
  private static final String PLACE = "#/components/schemas/";

  private final Map<String, Schema> schemas;

  References(OpenAPI document) {
    schemas =
        document.getComponents() == null || document.getComponents().getSchemas() == null
            ? Map.of()
            : document.getComponents().getSchemas();
  }

  static String to(String name) {
    return PLACE + name;
  }

  /** The schema itself, or the one that it refers to. */
  Schema resolve(Schema schema) {
    String reference = schema.getRef();
    return reference == null ? schema : Objects.requireNonNull(schemas.get(name(reference)));
  }

  /** The names of schemas that requests are made of. */
  Set<String> ofRequests(OpenAPI document) {
    Set<String> names = new LinkedHashSet<>();
    operations(document)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> contents(operation.getRequestBody().getContent()))
        .forEach(media -> collect(media.getSchema(), names));
    return names;
  }

  /** The names of schemas that are used at all. */
  Set<String> ofAll(OpenAPI document) {
    Set<String> names = ofRequests(document);
    operations(document)
        .flatMap(operation -> answers(operation).stream())
        .flatMap(answer -> contents(answer.getContent()))
        .forEach(media -> collect(media.getSchema(), names));
    return names;
  }

  static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream());
  }

  static Stream<MediaType> contents(@Nullable Content content) {
    return content == null ? Stream.empty() : content.getMediaTypes().values().stream();
  }

  private static List<APIResponse> answers(Operation operation) {
    return operation.getResponses() == null
        ? List.of()
        : List.copyOf(operation.getResponses().getAPIResponses().values());
  }

  private void collect(@Nullable Schema schema, Set<String> names) {
    if (schema == null) {
      return;
    }
    String reference = schema.getRef();
    if (reference != null) {
      if (names.add(name(reference))) {
        collect(schemas.get(name(reference)), names);
      }
      return;
    }
    parts(schema).forEach(part -> collect(part, names));
  }

  private static Stream<Schema> parts(Schema schema) {
    return Stream.of(
            Stream.ofNullable(schema.getProperties()).flatMap(all -> all.values().stream()),
            Stream.ofNullable(schema.getOneOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getAnyOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getAllOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
        .flatMap(all -> all);
  }

  private static String name(String reference) {
    return reference.substring(PLACE.length());
  }
}
