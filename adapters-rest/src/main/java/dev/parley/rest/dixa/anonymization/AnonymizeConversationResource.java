package dev.parley.rest.dixa.anonymization;

import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.domain.conversation.MessageId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaQuery;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Ordering a conversation, or one message of it, anonymized. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class AnonymizeConversationResource {
  private final Orders orders;

  AnonymizeConversationResource(Orders orders) {
    this.orders = orders;
  }

  @PATCH
  @Path("{conversationId}/anonymize")
  @ResponseStatus(202)
  @Operation(operationId = "anonymizeConversation", summary = "Anonymize conversation")
  public Uni<Data<RequestPayload>> conversation(
      @PathParam("conversationId") String id, @QueryParam("force") @Nullable String force) {
    return orders.give(
        new Target.Conversation(DixaIds.conversation(id)), DixaQuery.flag("force", force, false));
  }

  @PATCH
  @Path("{conversationId}/messages/{messageId}/anonymize")
  @ResponseStatus(202)
  @Operation(operationId = "anonymizeMessage", summary = "Anonymize message")
  public Uni<Data<RequestPayload>> message(
      @PathParam("conversationId") String id, @PathParam("messageId") String messageId) {
    return orders.give(
        new Target.Message(
            DixaIds.conversation(id), new MessageId(DixaIds.inPath("messageId", messageId))),
        false);
  }
}
