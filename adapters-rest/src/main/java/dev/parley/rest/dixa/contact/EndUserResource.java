package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactAdministration;
import dev.parley.application.contact.ContactChange;
import dev.parley.application.contact.ContactDirectory.Filter;
import dev.parley.application.contact.ContactView;
import dev.parley.application.idempotency.Subject;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.dixa.DixaQuery;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/endusers")
@Tag(name = "End users")
class EndUserResource {
  private static final int PAGE = 100;

  private final ContactAdministration contacts;
  private final RestLimits limits;
  private final Call call;

  EndUserResource(ContactAdministration contacts, RestLimits limits, Call call) {
    this.contacts = contacts;
    this.limits = limits;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listEndUsers", summary = "List end users")
  public Uni<Data<List<EndUserPayload>>> list(
      @QueryParam("email") @Nullable String email,
      @QueryParam("phone") @Nullable String phone,
      @QueryParam("externalId") @Nullable String externalId,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam("pageLimit") @Nullable String pageLimit) {
    Map<String, @Nullable String> filters = new HashMap<>();
    filters.put("email", email);
    filters.put("phone", phone);
    filters.put("externalId", externalId);
    DixaPage page = DixaPage.of(pageKey, pageLimit, filters, PAGE, limits.pageItems());
    return contacts
        .list(call.actor(), filter(page), page.after(), page.limit())
        .map(found -> page.answer("/v1/endusers", found, EndUserPayload::from));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createEndUser", summary = "Create end user")
  public Uni<Data<EndUserPayload>> create(EndUserFields request) {
    return shown(contacts.create(call.actor(), request.toChange()));
  }

  @GET
  @Path("{userId}")
  @Operation(operationId = "getEndUser", summary = "Get end user")
  public Uni<Data<EndUserPayload>> get(@PathParam("userId") String userId) {
    return contacts.get(call.actor(), id(userId)).map(EndUserPayload::from).map(Data::of);
  }

  @PUT
  @Path("{userId}")
  @Operation(
      operationId = "replaceEndUser",
      summary = "Update end user",
      description = "Fields that are absent are cleared.")
  public Uni<Data<EndUserPayload>> replace(
      @PathParam("userId") String userId, EndUserReplacement request) {
    return change(userId, request.toChange());
  }

  @PATCH
  @Path("{userId}")
  @Operation(
      operationId = "patchEndUser",
      summary = "Patch end user",
      description = "Fields that are absent stay as they are, fields that are null are cleared.")
  public Uni<Data<EndUserPayload>> patch(
      @PathParam("userId") String userId, EndUserFields request) {
    return change(userId, request.toChange());
  }

  private Uni<Data<EndUserPayload>> change(String userId, ContactChange change) {
    return shown(
        contacts.change(call.actor(), new ContactAdministration.Update(id(userId), change)));
  }

  private Uni<Data<EndUserPayload>> shown(Uni<ContactView> answer) {
    return answer
        .invoke(view -> call.shows(Subject.contact(view.contact().id())))
        .map(EndUserPayload::from)
        .map(Data::of);
  }

  private static ContactId id(String userId) {
    return new ContactId(DixaIds.inPath("userId", userId));
  }

  private static Filter filter(DixaPage page) {
    String email = page.filter("email");
    String phone = page.filter("phone");
    String externalId = page.filter("externalId");
    if (Stream.of(email, phone, externalId).filter(Objects::nonNull).count() > 1) {
      throw RequestRefused.badQuery("email, phone and externalId exclude each other");
    }
    if (email != null) {
      return new Filter.WithEmail(
          EmailAddress.parse(email).orElseThrow(() -> RequestRefused.badQuery("email")));
    }
    if (phone != null) {
      return new Filter.WithPhone(DixaQuery.phone("phone", phone));
    }
    return externalId == null ? new Filter.Everyone() : new Filter.WithExternalId(externalId);
  }
}
