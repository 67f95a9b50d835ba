package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ImportConversation;
import dev.parley.application.conversation.ImportConversation.Imported;
import dev.parley.application.conversation.ImportConversation.Problem;
import dev.parley.application.idempotency.Subject;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.Message;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RestLimits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Taking in conversations that took place elsewhere. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ImportResource {
  private final Call call;
  private final ImportConversation importing;
  private final RestLimits limits;

  ImportResource(Call call, ImportConversation importing, RestLimits limits) {
    this.call = call;
    this.importing = importing;
    this.limits = limits;
  }

  /**
   * @param partialErrors what was left out of it
   */
  @RegisterForReflection
  @Schema(
      name = "ImportedConversation",
      examples =
          """
          {"id": 100,
           "partialErrors": [{"message": "The conversation could not be assigned"},
                             {"message": "Invalid attachment url in message. externalId: 42"}]}""")
  record ImportedPayload(long id, List<Message> partialErrors) {
    static ImportedPayload from(Imported imported) {
      return new ImportedPayload(
          imported.number(),
          imported.problems().stream().map(ImportResource::worded).map(Message::new).toList());
    }
  }

  @POST
  @Path("import")
  @ResponseStatus(201)
  @Operation(operationId = "importConversation", summary = "Import conversation")
  public Uni<Data<ImportedPayload>> add(ImportRequest request) {
    return importing
        .handle(request.toCommand(call.actor(), limits.attachments()))
        .invoke(imported -> call.shows(Subject.conversation(imported.number())))
        .map(imported -> Data.of(ImportedPayload.from(imported)))
        .onFailure()
        .transform(ConversationRefusals::ofImport);
  }

  private static String worded(Problem problem) {
    return switch (problem) {
      case Problem.NotAssigned _ -> "The conversation could not be assigned";
      case Problem.FileNotFetched(int position, var externalId) ->
          "Invalid attachment url in message. "
              + (externalId == null ? "position: " + position : "externalId: " + externalId);
      case Problem.ExternalIdRepeated(int _, String externalId) ->
          "Duplicate externalId in message. externalId: " + externalId;
    };
  }
}
