package dev.parley.rest.dixa.attribute;

import dev.parley.application.attribute.CustomAttributeAdministration;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/custom-attributes")
@Tag(name = "Custom attributes")
class CustomAttributeResource {
  private final CustomAttributeAdministration attributes;
  private final Call call;

  CustomAttributeResource(CustomAttributeAdministration attributes, Call call) {
    this.attributes = attributes;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listCustomAttributes", summary = "List custom attribute definitions")
  public Uni<Data<List<CustomAttributePayload>>> list() {
    return attributes
        .list(call.actor())
        .map(all -> Data.of(all.stream().map(CustomAttributePayload::from).toList()));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createCustomAttribute", summary = "Create custom attribute definition")
  public Uni<Data<CustomAttributePayload>> create(CreateCustomAttribute request) {
    return attributes
        .create(call.actor(), request.toNewAttribute())
        .map(CustomAttributePayload::from)
        .map(Data::of);
  }

  @GET
  @Path("{attributeId}")
  @Operation(operationId = "getCustomAttribute", summary = "Get custom attribute definition")
  public Uni<Data<CustomAttributePayload>> get(@PathParam("attributeId") String attributeId) {
    return attributes
        .get(call.actor(), id(attributeId))
        .map(CustomAttributePayload::from)
        .map(Data::of);
  }

  @DELETE
  @Path("{attributeId}")
  @Operation(
      operationId = "archiveCustomAttribute",
      summary = "Archive custom attribute definition")
  public Uni<Void> archive(@PathParam("attributeId") String attributeId) {
    return attributes.archive(call.actor(), id(attributeId));
  }

  private static CustomAttributeId id(String text) {
    return new CustomAttributeId(DixaIds.inPath("attributeId", text));
  }
}
