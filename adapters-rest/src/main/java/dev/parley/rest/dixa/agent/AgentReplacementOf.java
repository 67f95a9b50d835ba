package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration.Update;
import dev.parley.application.shared.Patch;
import dev.parley.domain.agent.AgentId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that shall be known of which agent; see {@link AgentReplacement}. */
@RegisterForReflection
@Schema(
    name = "UpdateAgentWithIdInput",
    examples =
        """
        {"id": "a53b25da-f676-4c52-acac-58c9280aa23d", "displayName": "Bo Dahl"}""")
record AgentReplacementOf(
    UUID id,
    String displayName,
    @Nullable String phoneNumber,
    @Nullable List<String> additionalEmails,
    @Nullable List<String> additionalPhoneNumbers,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable List<String> middleNames,
    @Nullable String avatarUrl,
    @Schema(implementation = String.class) Patch<String> email,
    @Schema(implementation = String[].class) Patch<List<String>> roles,
    @Schema(
            implementation = String.class,
            enumeration = {"Working", "Away"})
        Patch<String> availability) {
  AgentReplacementOf {
    id = Required.field("id", id);
    displayName = Required.text("displayName", displayName);
  }

  Update toUpdate() {
    AgentReplacement wanted =
        new AgentReplacement(
            displayName,
            phoneNumber,
            additionalEmails,
            additionalPhoneNumbers,
            firstName,
            lastName,
            middleNames,
            avatarUrl,
            email,
            roles,
            availability);
    return new Update(new AgentId(id), wanted.toChange());
  }

  @Override
  public String toString() {
    return "AgentReplacementOf[" + id + "]";
  }
}
