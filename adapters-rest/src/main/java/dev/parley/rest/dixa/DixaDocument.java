package dev.parley.rest.dixa;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Leaves in the document named {@code dixa} what belongs to this dialect. The document's path is
 * {@code quarkus.smallrye-openapi.dixa.path}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "dixa", priority = 0)
public final class DixaDocument implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    Paths paths = document.getPaths();
    if (paths == null || paths.getPathItems() == null) {
      return;
    }
    List<String> others =
        paths.getPathItems().keySet().stream()
            .filter(path -> !path.startsWith(DixaOperations.PREFIX))
            .toList();
    others.forEach(paths::removePathItem);
  }
}
