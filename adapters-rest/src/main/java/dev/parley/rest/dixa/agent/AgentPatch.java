package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentChange;
import dev.parley.application.shared.Patch;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shall be different about an agent.
 *
 * @param roles an addition
 * @param availability an addition
 */
@RegisterForReflection
@Schema(
    name = "AgentPatchInput",
    examples =
        """
        {"displayName": "Bo Dahl", "email": "bo@example.com", "phoneNumber": "+4552000000",
         "firstName": "Bo", "lastName": "Dahl", "avatarUrl": "https://example.com/bo.png",
         "roles": ["Agent"], "availability": "Working"}""")
record AgentPatch(
    @Schema(implementation = String.class) Patch<String> displayName,
    @Schema(implementation = String.class) Patch<String> email,
    @Schema(implementation = String.class) Patch<String> phoneNumber,
    @Schema(implementation = String[].class) Patch<List<String>> additionalEmails,
    @Schema(implementation = String[].class) Patch<List<String>> additionalPhoneNumbers,
    @Schema(implementation = String.class) Patch<String> firstName,
    @Schema(implementation = String.class) Patch<String> lastName,
    @Schema(implementation = String[].class) Patch<List<String>> middleNames,
    @Schema(implementation = String.class) Patch<String> avatarUrl,
    @Schema(implementation = String[].class) Patch<List<String>> roles,
    @Schema(
            implementation = String.class,
            enumeration = {"Working", "Away"})
        Patch<String> availability) {
  AgentPatch {
    additionalEmails = additionalEmails.map(all -> Required.elements("additionalEmails", all));
    additionalPhoneNumbers =
        additionalPhoneNumbers.map(all -> Required.elements("additionalPhoneNumbers", all));
    middleNames = middleNames.map(all -> Required.elements("middleNames", all));
    roles = roles.map(all -> Required.elements("roles", all));
  }

  /**
   * What is absent stays.
   *
   * @throws RequestRefused for an unknown role or availability
   */
  AgentChange toChange() {
    return new AgentChange(
        displayName,
        email,
        phoneNumber,
        roles.map(AgentWords::roles),
        availability.map(AgentWords::availability),
        firstName,
        middleNames,
        lastName,
        avatarUrl,
        additionalEmails,
        additionalPhoneNumbers);
  }

  @Override
  public String toString() {
    return "AgentPatch";
  }
}
