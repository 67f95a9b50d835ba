package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactAdministration;
import dev.parley.application.contact.ContactAdministration.Update;
import dev.parley.application.contact.ContactChange;
import dev.parley.application.contact.ContactView;
import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.Outcome;
import dev.parley.rest.dixa.BulkOutcome;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Several end users at once, each standing for itself. */
@Path("/v1/endusers")
@Tag(name = "End users")
class EndUsersResource {
  private final ContactAdministration contacts;
  private final Call call;

  EndUsersResource(ContactAdministration contacts, Call call) {
    this.contacts = contacts;
    this.call = call;
  }

  @RegisterForReflection
  @Schema(name = "CreateEndUsersInput")
  record CreateEndUsers(@Schema(maxItems = Outcome.MOST) List<EndUserFields> data) {
    CreateEndUsers {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @POST
  @Path("bulk")
  @ResponseStatus(201)
  @Operation(operationId = "createEndUsers", summary = "Create end users")
  public Uni<Data<List<BulkOutcome<EndUserPayload>>>> create(CreateEndUsers request) {
    List<ContactChange> wanted = request.data().stream().map(EndUserFields::toChange).toList();
    return contacts.createAll(call.actor(), wanted).map(outcomes -> answer(outcomes, _ -> null));
  }

  @RegisterForReflection
  @Schema(name = "UpdateEndUsersInput")
  record ReplaceEndUsers(@Schema(maxItems = Outcome.MOST) List<EndUserReplacementOf> data) {
    ReplaceEndUsers {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @PUT
  @Operation(
      operationId = "replaceEndUsers",
      summary = "Update end users",
      description = "Fields that are absent are cleared.")
  public Uni<Data<List<BulkOutcome<EndUserPayload>>>> replace(ReplaceEndUsers request) {
    return change(request.data().stream().map(EndUserReplacementOf::toUpdate).toList());
  }

  @RegisterForReflection
  @Schema(name = "EndUsersPatchInput")
  record PatchEndUsers(@Schema(maxItems = Outcome.MOST) List<EndUserPatchOf> data) {
    PatchEndUsers {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @PATCH
  @Operation(
      operationId = "patchEndUsers",
      summary = "Patch end users",
      description = "Fields that are absent stay as they are, fields that are null are cleared.")
  public Uni<Data<List<BulkOutcome<EndUserPayload>>>> patch(PatchEndUsers request) {
    return change(request.data().stream().map(EndUserPatchOf::toUpdate).toList());
  }

  private Uni<Data<List<BulkOutcome<EndUserPayload>>>> change(List<Update> updates) {
    return contacts
        .changeAll(call.actor(), updates)
        .map(outcomes -> answer(outcomes, i -> updates.get(i).contact().value()));
  }

  private Data<List<BulkOutcome<EndUserPayload>>> answer(
      List<Outcome<ContactView>> outcomes, Function<Integer, @Nullable UUID> named) {
    return Data.of(
        IntStream.range(0, outcomes.size())
            .mapToObj(i -> BulkOutcome.of(named.apply(i), outcomes.get(i), this::shown))
            .toList());
  }

  private EndUserPayload shown(ContactView view) {
    call.shows(Subject.contact(view.contact().id()));
    return EndUserPayload.from(view);
  }
}
