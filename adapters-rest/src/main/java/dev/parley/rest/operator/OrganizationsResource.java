package dev.parley.rest.operator;

import dev.parley.application.organization.FirstStart;
import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.application.organization.OrganizationAdministration.Established;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.Organization;
import dev.parley.rest.support.Required;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/operator/organizations")
@Tag(name = "Operator")
@ForOperator
class OrganizationsResource {
  private final OrganizationAdministration organizations;

  OrganizationsResource(OrganizationAdministration organizations) {
    this.organizations = organizations;
  }

  @GET
  @Operation(operationId = "listOrganizations", summary = "List organizations")
  public Uni<Data<List<OrganizationPayload>>> list() {
    return organizations
        .all()
        .map(all -> new Data<>(all.stream().map(OrganizationPayload::from).toList()));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createOrganization", summary = "Create organization")
  public Uni<Data<EstablishedPayload>> establish(EstablishRequest request) {
    return organizations
        .establish(
            request.name(), new EmailAddress(request.adminEmail().strip()), request.nameOfAdmin())
        .map(EstablishedPayload::from)
        .map(Data::new);
  }

  record Data<T>(T data) {}

  record EstablishRequest(String name, String adminEmail, @Nullable String adminName) {
    EstablishRequest {
      name = Required.text("name", name);
      adminEmail = Required.text("adminEmail", adminEmail);
    }

    String nameOfAdmin() {
      return adminName == null ? FirstStart.ADMIN_NAME : adminName;
    }
  }

  record OrganizationPayload(UUID id, long number, String name) {
    static OrganizationPayload from(Organization organization) {
      return new OrganizationPayload(
          organization.publicId(), organization.id().number(), organization.name());
    }
  }

  record EstablishedPayload(UUID id, long number, String name, UUID adminId, String token) {
    static EstablishedPayload from(Established made) {
      Organization organization = made.organization();
      return new EstablishedPayload(
          organization.publicId(),
          organization.id().number(),
          organization.name(),
          made.admin().value(),
          made.token().text());
    }

    @Override
    public String toString() {
      return "EstablishedPayload[" + number + "]";
    }
  }
}
