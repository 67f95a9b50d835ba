package dev.parley.rest.dixa.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.IndexView;

/** Documents the status that a resource says it answers with. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class StatusFilter implements OASFilter {
  private static final Map<String, String> MEANING =
      Map.of("200", "OK", "201", "Created", "202", "Accepted", "204", "No Content");

  private final Map<String, String> statuses;

  public StatusFilter(IndexView index) {
    this.statuses = new Payloads(index).statuses();
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
      References.operations(document).forEach(this::correct);
    }
  }

  private void correct(Operation operation) {
    String id = operation.getOperationId();
    String status = id == null ? null : statuses.get(id);
    if (status == null) {
      return;
    }
    APIResponses answers = operation.getResponses();
    for (String assumed : MEANING.keySet()) {
      APIResponse answer = answers.getAPIResponse(assumed);
      if (answer != null && !assumed.equals(status)) {
        answers.removeAPIResponse(assumed);
        answers.addAPIResponse(status, answer.description(MEANING.get(status)));
      }
    }
  }
}
