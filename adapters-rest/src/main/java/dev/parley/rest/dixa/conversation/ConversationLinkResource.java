package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.LinkConversation;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Parents and children. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationLinkResource {
  private final Call call;
  private final LinkConversation link;
  private final ConversationQueries queries;

  ConversationLinkResource(Call call, LinkConversation link, ConversationQueries queries) {
    this.call = call;
    this.link = link;
    this.queries = queries;
  }

  @RegisterForReflection
  @Schema(name = "LinkInput", examples = "{\"parentId\": 1234, \"linkType\": \"SideConversation\"}")
  record LinkRequest(
      Long parentId, @Schema(enumeration = {"SideConversation", "Related"}) String linkType) {
    LinkRequest {
      parentId = Required.field("parentId", parentId);
      linkType = Required.field("linkType", linkType);
    }

    ConversationLink.Type type() {
      return DixaWords.linkType(linkType)
          .orElseThrow(() -> RequestRefused.badBody("linkType", "is unknown"));
    }
  }

  @PUT
  @Path("{conversationId}/link")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "linkConversation", summary = "Link conversation to a parent")
  public Uni<Void> link(@PathParam("conversationId") String id, LinkRequest request) {
    return link.handle(
            new LinkConversation.Command(
                call.actor(), DixaIds.conversation(id), request.parentId(), request.type()))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }

  @GET
  @Path("{conversationId}/linked")
  @Operation(operationId = "listLinkedConversations", summary = "List linked conversations")
  public Uni<Data<List<ConversationPayload>>> linked(@PathParam("conversationId") String id) {
    return queries
        .children(call.actor(), DixaIds.conversation(id))
        .map(children -> Data.of(children.stream().map(ConversationPayload::from).toList()));
  }
}
