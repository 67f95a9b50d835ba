package dev.parley.rest.dixa.organization;

import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.domain.organization.Organization;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organization")
@Tag(name = "Organization")
class OrganizationResource {
  private final OrganizationAdministration organizations;
  private final Call call;

  OrganizationResource(OrganizationAdministration organizations, Call call) {
    this.organizations = organizations;
    this.call = call;
  }

  @GET
  @Operation(operationId = "getOrganization", summary = "Get organization")
  public Uni<Data<OrganizationPayload>> get() {
    return organizations.get(call.actor()).map(OrganizationPayload::from).map(Data::of);
  }

  /**
   * @param number an addition: the account id of the Chatwoot dialect
   * @param subdomain a stable word; no host answers to it
   */
  @Schema(
      name = "Organization",
      examples =
          """
          {"id": "0a3b5a1c-1d5e-4b38-9a63-0a4f4e2f9b11", "name": "Acme", "subdomain": "organization-2",
           "status": "Active", "number": 2}""")
  record OrganizationPayload(
      UUID id,
      String name,
      String subdomain,
      @Schema(enumeration = {"Active", "Suspended"}) String status,
      long number) {
    static OrganizationPayload from(Organization organization) {
      long number = organization.id().number();
      return new OrganizationPayload(
          organization.publicId(), organization.name(), "organization-" + number, "Active", number);
    }
  }
}
