package dev.parley.rest.dixa.channel;

import dev.parley.application.channel.ContactEndpointAdministration;
import dev.parley.application.channel.ContactEndpointAdministration.Created;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/contact-endpoints")
@Tag(name = "Contact endpoints")
class ContactEndpointResource {
  private final ContactEndpointAdministration endpoints;
  private final Call call;

  ContactEndpointResource(ContactEndpointAdministration endpoints, Call call) {
    this.endpoints = endpoints;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listContactEndpoints", summary = "List contact endpoints")
  public Uni<Data<List<EndpointPayload>>> list(@QueryParam("_type") @Nullable String type) {
    return endpoints
        .list(call.actor(), EndpointType.inQuery(type).map(EndpointType::channel))
        .map(all -> Data.of(all.stream().flatMap(ContactEndpointResource::payloads).toList()));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createContactEndpoint", summary = "Create contact endpoint")
  public Uni<Data<EndpointPayload>> create(EndpointRequest request) {
    return endpoints
        .create(call.actor(), EndpointWishes.toMake(request))
        .map(ContactEndpointResource::payload)
        .map(Data::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getContactEndpoint", summary = "Get contact endpoint")
  public Uni<Data<EndpointPayload>> get(@PathParam("id") String id) {
    return endpoints
        .get(call.actor(), EndpointKeys.inPath(id))
        .map(endpoint -> EndpointPayload.from(endpoint, typeOf(endpoint)))
        .map(Data::of);
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "changeContactEndpoint", summary = "Change contact endpoint")
  public Uni<Void> change(@PathParam("id") String id, EndpointRequest request) {
    ContactEndpointAdministration.Key key = EndpointKeys.inPath(id);
    return endpoints
        .get(call.actor(), key)
        .chain(
            endpoint ->
                endpoints.change(
                    call.actor(), key, EndpointWishes.toChange(typeOf(endpoint), request)));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "deleteContactEndpoint", summary = "Delete contact endpoint")
  public Uni<Void> delete(@PathParam("id") String id) {
    return endpoints.delete(call.actor(), EndpointKeys.inPath(id));
  }

  private static Stream<EndpointPayload> payloads(ContactEndpoint endpoint) {
    return EndpointType.of(endpoint.channel()).stream()
        .map(type -> EndpointPayload.from(endpoint, type));
  }

  private static EndpointPayload payload(Created created) {
    return EndpointPayload.from(
        created.endpoint(), typeOf(created.endpoint()), created.generated());
  }

  private static EndpointType typeOf(ContactEndpoint endpoint) {
    return EndpointType.of(endpoint.channel())
        .orElseThrow(
            () ->
                new DomainException(
                    new ContactEndpointError.ContactEndpointNotFound(
                        endpoint.id().value().toString())));
  }
}
