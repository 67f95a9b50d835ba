package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentChange;
import dev.parley.application.shared.Patch;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that shall be known of an agent; what is absent goes, but for what an agent cannot be without
 * and Dixa's own requests do not have.
 *
 * @param roles an addition
 * @param availability an addition
 */
@RegisterForReflection
@Schema(
    name = "UpdateAgentInput",
    examples =
        """
        {"displayName": "Bo Dahl", "phoneNumber": "+4552000000"}""")
record AgentReplacement(
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
  AgentReplacement {
    displayName = Required.text("displayName", displayName);
    additionalEmails = Required.elements("additionalEmails", additionalEmails);
    additionalPhoneNumbers = Required.elements("additionalPhoneNumbers", additionalPhoneNumbers);
    middleNames = Required.elements("middleNames", middleNames);
    roles = roles.map(all -> Required.elements("roles", all));
  }

  AgentChange toChange() {
    return new AgentChange(
        Patch.toValue(displayName),
        email,
        Patch.toValue(phoneNumber),
        roles.map(AgentWords::roles),
        availability.map(AgentWords::availability),
        Patch.toValue(firstName),
        Patch.toValue(middleNames),
        Patch.toValue(lastName),
        Patch.toValue(avatarUrl),
        Patch.toValue(additionalEmails),
        Patch.toValue(additionalPhoneNumbers));
  }

  @Override
  public String toString() {
    return "AgentReplacement";
  }
}
