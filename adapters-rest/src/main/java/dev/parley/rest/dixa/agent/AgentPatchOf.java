package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration.Update;
import dev.parley.application.shared.Patch;
import dev.parley.domain.agent.AgentId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to say about which agent. */
@RegisterForReflection
@Schema(
    name = "AgentPatchWithIdInput",
    examples =
        """
        {"id": "a53b25da-f676-4c52-acac-58c9280aa23d", "displayName": "Bo Dahl"}""")
record AgentPatchOf(
    UUID id,
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
  AgentPatchOf {
    id = Required.field("id", id);
  }

  Update toUpdate() {
    AgentPatch wanted =
        new AgentPatch(
            displayName,
            email,
            phoneNumber,
            additionalEmails,
            additionalPhoneNumbers,
            firstName,
            lastName,
            middleNames,
            avatarUrl,
            roles,
            availability);
    return new Update(new AgentId(id), wanted.toChange());
  }

  @Override
  public String toString() {
    return "AgentPatchOf[" + id + "]";
  }
}
