package dev.parley.rest.dixa.anonymization;

import dev.parley.application.anonymization.RequestAnonymization;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking how far an order got. */
@Path("/v1/anonymization/request")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Anonymization")
class AnonymizationRequestResource {
  private final Call call;
  private final RequestAnonymization anonymization;

  AnonymizationRequestResource(Call call, RequestAnonymization anonymization) {
    this.call = call;
    this.anonymization = anonymization;
  }

  @GET
  @Path("{requestId}")
  @Operation(operationId = "getAnonymizationRequest", summary = "Get anonymization request")
  public Uni<Data<RequestPayload>> get(@PathParam("requestId") String id) {
    return anonymization
        .get(call.actor(), new AnonymizationRequestId(DixaIds.inPath("requestId", id)))
        .map(request -> Data.of(RequestPayload.from(request)))
        .onFailure()
        .transform(AnonymizationRequestResource::unauthorized);
  }

  /** This operation lists 401, not 403, for a token whose user may not ask. */
  private static Throwable unauthorized(Throwable refusal) {
    return refusal instanceof DomainException e
            && e.error() instanceof SharedError.PermissionMissing
        ? DixaErrors.worded(401, "User is unauthorized to perform an underlying operation")
        : refusal;
  }
}
