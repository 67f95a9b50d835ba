package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.PatchContactAttributes;
import dev.parley.application.idempotency.Subject;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.attribute.AttributePatches;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an end user holds in custom attributes. */
@Path("/v1/endusers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "End users")
class EndUserAttributeResource {
  private final Call call;
  private final PatchContactAttributes patch;

  EndUserAttributeResource(Call call, PatchContactAttributes patch) {
    this.call = call;
    this.patch = patch;
  }

  @PATCH
  @Path("{userId}/custom-attributes")
  @Operation(
      operationId = "patchEndUserCustomAttributes",
      summary = "Patch end user custom attributes")
  public Uni<Data<List<AttributeValuePayload>>> patch(
      @PathParam("userId") String userId,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              additionalProperties = AttributePatches.Value.class),
                      examples = @ExampleObject(name = "patch", value = AttributePatches.EXAMPLE)))
          Map<String, @Nullable Object> body) {
    ContactId contact = new ContactId(DixaIds.inPath("userId", userId));
    AttributePatch wishes = AttributePatches.read(body);
    return Uni.createFrom()
        .deferred(
            () -> patch.handle(new PatchContactAttributes.Command(call.actor(), contact, wishes)))
        .invoke(() -> call.shows(Subject.contact(contact)))
        .map(attributes -> Data.of(AttributeValuePayload.of(attributes)))
        .onFailure()
        .transform(AttributePatches::unauthorized);
  }
}
