package dev.parley.rest.dixa.tag;

import dev.parley.application.tag.TagAdministration;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaQuery;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Path("/v1/tags")
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
class TagResource {
  private final TagAdministration tags;
  private final Call call;

  TagResource(TagAdministration tags, Call call) {
    this.tags = tags;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listTags", summary = "List tags")
  public Uni<Data<List<TagPayload>>> list(
      @QueryParam("includeDeactivated") @Nullable String includeDeactivated) {
    return tags.list(call.actor(), DixaQuery.flag("includeDeactivated", includeDeactivated, false))
        .map(found -> Data.of(found.stream().map(TagPayload::from).toList()));
  }

  @POST
  @Operation(operationId = "createTag", summary = "Create tag")
  public Uni<Data<TagPayload>> create(CreateTag request) {
    return tags.create(call.actor(), request.name(), request.color())
        .map(TagPayload::from)
        .map(Data::of);
  }

  @GET
  @Path("{tagId}")
  @Operation(operationId = "getTag", summary = "Get tag")
  public Uni<Data<TagPayload>> get(@PathParam("tagId") String tagId) {
    return tags.get(call.actor(), id(tagId)).map(TagPayload::from).map(Data::of);
  }

  @DELETE
  @Path("{tagId}")
  @Operation(operationId = "deleteTag", summary = "Delete tag, everywhere")
  public Uni<Void> delete(@PathParam("tagId") String tagId) {
    return tags.delete(call.actor(), id(tagId));
  }

  @PATCH
  @Path("{tagId}/activate")
  @Operation(operationId = "activateTag", summary = "Activate tag")
  public Uni<Void> activate(@PathParam("tagId") String tagId) {
    return tags.setActive(call.actor(), id(tagId), true);
  }

  @PATCH
  @Path("{tagId}/deactivate")
  @Operation(operationId = "deactivateTag", summary = "Deactivate tag")
  public Uni<Void> deactivate(@PathParam("tagId") String tagId) {
    return tags.setActive(call.actor(), id(tagId), false);
  }

  private static TagId id(String text) {
    return new TagId(DixaIds.inPath("tagId", text));
  }

  @Schema(
      name = "CreateTag",
      examples =
          """
          {"name": "refund", "color": "#4A7BE3"}""")
  record CreateTag(String name, @Nullable String color) {
    CreateTag {
      name = Required.text("name", name);
    }
  }

  @Schema(
      name = "Tag",
      examples =
          """
          {"id": "f4587b4c-8bae-4b3a-a4a9-7f9ef0a2c8a1", "name": "refund", "color": "#4A7BE3", "state": "Active"}""")
  record TagPayload(
      UUID id,
      String name,
      @Nullable String color,
      @Schema(enumeration = {"Active", "Inactive"}) String state) {
    static TagPayload from(Tag tag) {
      return new TagPayload(
          tag.id().value(), tag.name(), tag.color(), tag.active() ? "Active" : "Inactive");
    }
  }
}
