package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactAdministration;
import dev.parley.application.contact.ContactDirectory.Filter;
import dev.parley.application.idempotency.Subject;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
  public Uni<Data<EndUserPayload>> create(EndUserRequest request) {
    return contacts
        .create(call.actor(), request.toNewContact())
        .invoke(contact -> call.shows(Subject.contact(contact.id())))
        .map(EndUserPayload::from)
        .map(Data::of);
  }

  @GET
  @Path("{userId}")
  @Operation(operationId = "getEndUser", summary = "Get end user")
  public Uni<Data<EndUserPayload>> get(@PathParam("userId") String userId) {
    ContactId id = new ContactId(DixaIds.inPath("userId", userId));
    return contacts.get(call.actor(), id).map(EndUserPayload::from).map(Data::of);
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
      return new Filter.WithPhone(phone);
    }
    return externalId == null ? new Filter.Everyone() : new Filter.WithExternalId(externalId);
  }

  record EndUserRequest(
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String phoneNumber,
      @Nullable List<String> additionalEmails,
      @Nullable List<String> additionalPhoneNumbers,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable List<String> middleNames,
      @Nullable String avatarUrl,
      @Nullable String externalId) {

    ContactAdministration.NewContact toNewContact() {
      return new ContactAdministration.NewContact(
          new Contact.Name(displayName, firstName, orEmpty(middleNames), lastName),
          all(email, additionalEmails).map(EmailAddress::new).toList(),
          all(phoneNumber, additionalPhoneNumbers).toList(),
          avatarUrl,
          externalId);
    }

    private static Stream<String> all(@Nullable String first, @Nullable List<String> others) {
      return Stream.concat(Stream.ofNullable(first), orEmpty(others).stream());
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
      return list == null ? List.of() : list;
    }
  }
}
