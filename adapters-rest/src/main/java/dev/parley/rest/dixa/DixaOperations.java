package dev.parley.rest.dixa;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What all operations of the dialect have in common, said once: how to authenticate, how errors
 * look, the idempotency key, the forms of ids.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DixaOperations implements OASFilter {
  static final String PREFIX = "/v1/";

  private static final String SECURITY = "ApiKeyAuth";

  private static final String AVAILABILITY = "getQueueAvailability";

  /** What these do not know they answer in another way. */
  private static final Set<String> NEVER_NOT_FOUND =
      Set.of("listConversationActivityLog", AVAILABILITY);

  private static final Set<HttpMethod> WRITES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
  private static final Map<String, String> OF_ALL =
      Map.of(
          "400", "Invalid value in request",
          "401", "The token is missing or unknown",
          "403", "The token's user is disabled or may not do this",
          "500", "Internal failure during request processing",
          "503", "Temporarily unavailable; try again after Retry-After seconds");
  private static final Map<String, String> OF_WRITES =
      Map.of(
          "409", "A conflict of states, or the Idempotency-Key is in use",
          "413", "The body is too large",
          "415", "The body is not application/json",
          "422", "The Idempotency-Key was used for another request");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith(PREFIX)) {
                complete(path, item);
              }
            });
    Components components =
        document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
    components.addSchema("Error", error());
    components.addSecurityScheme(SECURITY, security());
    document.setComponents(components);
  }

  private static void complete(String path, PathItem item) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              describeIds(operation);
              describeQuery(operation);
              OF_ALL.forEach((status, when) -> addError(operation, status, when));
              if ((path.contains("{") || method == HttpMethod.POST)
                  && !NEVER_NOT_FOUND.contains(operation.getOperationId())) {
                addError(operation, "404", "An entity in this request could not be found");
              }
              if (AVAILABILITY.equals(operation.getOperationId())) {
                addError(operation, "409", "The queue has no supported channel");
              }
              if (WRITES.contains(method)) {
                OF_WRITES.forEach((status, when) -> addError(operation, status, when));
                operation.addParameter(idempotencyKey());
              }
              shapeErrors(operation);
              operation.setSecurity(
                  List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY)));
            });
  }

  private static void describeIds(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getIn() == Parameter.In.PATH && parameter.getName().endsWith("Id")) {
        parameter.setSchema(
            "conversationId".equals(parameter.getName())
                ? schema(SchemaType.INTEGER).format("int64")
                : schema(SchemaType.STRING).format("uuid"));
      }
    }
  }

  /** Query parameters that mean the same wherever they occur. */
  private static void describeQuery(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getIn() == Parameter.In.QUERY) {
        switch (parameter.getName()) {
          case "pageLimit" ->
              parameter
                  .schema(schema(SchemaType.INTEGER).format("int32").minimum(BigDecimal.ONE))
                  .description("How many at most; overrides what pageKey says.");
          case "pageKey" ->
              parameter.description("The key in meta.next of the page before; not to be made up.");
          case "fromDatetime", "toDatetime" ->
              parameter.schema(schema(SchemaType.STRING).format("date-time"));
          case "force", "includeDeactivated", "exactMatch" ->
              parameter.schema(schema(SchemaType.BOOLEAN).defaultValue(false));
          default -> {}
        }
      }
    }
  }

  private static void addError(Operation operation, String status, String when) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponse known = operation.getResponses().getAPIResponse(status);
    if (known == null || known.getContent() == null) {
      operation.getResponses().addAPIResponse(status, errorResponse(when));
    }
  }

  /** Also those that an operation documents itself. */
  private static void shapeErrors(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("4") && answer.getContent() == null) {
                answer.setContent(errorResponse(answer.getDescription()).getContent());
              }
            });
  }

  private static APIResponse errorResponse(String when) {
    return OASFactory.createAPIResponse()
        .description(when)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Error"))
                        .example(Map.of("message", when))));
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .required(false)
        .description(
            "1 to 255 visible characters. The same request with the same key within 24 hours is"
                + " not carried out again but gets the first answer, with Idempotent-Replayed:"
                + " true.")
        .schema(schema(SchemaType.STRING).minLength(1).maxLength(255));
  }

  private static Schema error() {
    return schema(SchemaType.OBJECT)
        .addProperty("message", schema(SchemaType.STRING))
        .addRequired("message")
        .examples(List.of(Map.of("message", "The requested resource could not be found")));
  }

  private static SecurityScheme security() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name("Authorization")
        .description("The API token, bare or as \"Bearer <token>\".");
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
