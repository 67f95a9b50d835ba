package dev.parley.rest.dixa.anonymization;

import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.domain.contact.ContactId;
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

/** Ordering an end user anonymized, with all its conversations. */
@Path("/v1/endusers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "End users")
class AnonymizeEndUserResource {
  private final Orders orders;

  AnonymizeEndUserResource(Orders orders) {
    this.orders = orders;
  }

  @PATCH
  @Path("{userId}/anonymize")
  @ResponseStatus(202)
  @Operation(operationId = "anonymizeEndUser", summary = "Anonymize end user")
  public Uni<Data<RequestPayload>> endUser(
      @PathParam("userId") String id, @QueryParam("force") @Nullable String force) {
    return orders.give(
        new Target.Contact(new ContactId(DixaIds.inPath("userId", id))),
        DixaQuery.flag("force", force, false));
  }
}
