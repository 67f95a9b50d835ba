package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.AddTags;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.TagConversation;
import dev.parley.application.conversation.TagConversation.Wish;
import dev.parley.domain.tag.TagId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Tags on a conversation. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationTagResource {
  private final Call call;
  private final TagConversation tag;
  private final AddTags addTags;
  private final ConversationQueries queries;

  ConversationTagResource(
      Call call, TagConversation tag, AddTags addTags, ConversationQueries queries) {
    this.call = call;
    this.tag = tag;
    this.addTags = addTags;
    this.queries = queries;
  }

  @RegisterForReflection
  @Schema(
      name = "ConversationTag",
      examples =
          """
          {"id": "f4587b4c-8bae-4b3a-a4a9-7f9ef0a2c8a1", "name": "refund", "color": "#4A7BE3",
           "state": "Active"}""")
  record TagPayload(
      UUID id,
      String name,
      @Nullable String color,
      @Schema(enumeration = {"Active", "Inactive"}) String state) {
    static TagPayload from(dev.parley.domain.tag.Tag tag) {
      return new TagPayload(
          tag.id().value(), tag.name(), tag.color(), tag.active() ? "Active" : "Inactive");
    }
  }

  @GET
  @Path("{conversationId}/tags")
  @Operation(operationId = "listConversationTags", summary = "List the tags of a conversation")
  public Uni<Data<List<TagPayload>>> list(@PathParam("conversationId") String id) {
    return queries
        .tags(call.actor(), DixaIds.conversation(id))
        .map(tags -> Data.of(tags.stream().map(TagPayload::from).toList()));
  }

  @RegisterForReflection
  @Schema(name = "TagName", examples = "{\"name\": \"refund\"}")
  record TagName(String name) {
    TagName {
      name = Required.text("name", name);
    }
  }

  @RegisterForReflection
  @Schema(name = "BulkTagInput")
  record BulkTagRequest(List<TagName> data) {
    BulkTagRequest {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @POST
  @Path("{conversationId}/tags/bulk")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @Operation(
      operationId = "bulkTagConversation",
      summary = "Tag conversation with several tags; unknown names make tags")
  public Uni<Void> addAll(@PathParam("conversationId") String id, BulkTagRequest request) {
    return addTags
        .handle(
            new AddTags.Command(
                call.actor(),
                DixaIds.conversation(id),
                request.data().stream().map(TagName::name).toList()))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }

  @PUT
  @Path("{conversationId}/tags/{tagId}")
  @Operation(operationId = "tagConversation", summary = "Tag conversation")
  public Uni<Void> tag(@PathParam("conversationId") String id, @PathParam("tagId") String tagId) {
    return handle(id, tagId, Wish.ADD);
  }

  @DELETE
  @Path("{conversationId}/tags/{tagId}")
  @Operation(operationId = "untagConversation", summary = "Untag conversation")
  public Uni<Void> untag(@PathParam("conversationId") String id, @PathParam("tagId") String tagId) {
    return handle(id, tagId, Wish.REMOVE);
  }

  private Uni<Void> handle(String id, String tagId, Wish wish) {
    return tag.handle(
            new TagConversation.Command(
                call.actor(),
                DixaIds.conversation(id),
                new TagId(DixaIds.inPath("tagId", tagId)),
                wish))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }
}
