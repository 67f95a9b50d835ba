package dev.parley.rest.dixa.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives every body an example, put together from those of the payloads in it, and leaves out
 * schemas that nothing uses.
 */
@OpenApiFilter(
    stages = OpenApiFilter.RunStage.BUILD,
    documentNames = "dixa",
    priority = ExampleFilter.LAST)
public final class ExampleFilter implements OASFilter {
  static final int LAST = -1;

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      return;
    }
    References references = new References(document);
    References.operations(document).forEach(operation -> illustrate(operation, references));
    Set<String> used = references.ofAll(document);
    List.copyOf(document.getComponents().getSchemas().keySet()).stream()
        .filter(name -> !used.contains(name))
        .forEach(document.getComponents()::removeSchema);
  }

  private static void illustrate(Operation operation, References references) {
    if (operation.getRequestBody() != null) {
      References.contents(operation.getRequestBody().getContent())
          .forEach(media -> illustrate(media, references));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(
            answer ->
                References.contents(answer.getContent())
                    .forEach(media -> illustrate(media, references)));
  }

  private static void illustrate(MediaType media, References references) {
    if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null) {
      example(media.getSchema(), references).ifPresent(media::setExample);
    }
  }

  private static Optional<Object> example(Schema given, References references) {
    Schema schema = references.resolve(given);
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return Optional.of(schema.getExamples().getFirst());
    }
    if (schema.getItems() != null) {
      return example(schema.getItems(), references).map(List::of);
    }
    if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
      return example(schema.getOneOf().getFirst(), references);
    }
    return Optional.ofNullable(schema.getProperties())
        .map(properties -> properties.get("data"))
        .flatMap(data -> example(data, references))
        .map(data -> Map.of("data", data));
  }
}
