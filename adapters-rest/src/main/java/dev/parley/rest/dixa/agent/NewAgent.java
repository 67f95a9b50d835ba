package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentChange;
import dev.parley.application.shared.Patch;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a new agent.
 *
 * @param roles an addition
 * @param availability an addition
 */
@RegisterForReflection
@Schema(
    name = "CreateAgentInput",
    examples =
        """
        {"displayName": "Bo Dahl", "email": "bo@example.com", "phoneNumber": "+4552000000",
         "firstName": "Bo", "lastName": "Dahl", "roles": ["Agent"]}""")
record NewAgent(
    String displayName,
    String email,
    @Nullable String phoneNumber,
    @Nullable List<String> additionalEmails,
    @Nullable List<String> additionalPhoneNumbers,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable List<String> middleNames,
    @Nullable String avatarUrl,
    @Nullable List<String> roles,
    @Schema(enumeration = {"Working", "Away"}) @Nullable String availability) {
  NewAgent {
    email = Required.text("email", email);
    displayName = Required.text("displayName", displayName);
    additionalEmails = Required.elements("additionalEmails", additionalEmails);
    additionalPhoneNumbers = Required.elements("additionalPhoneNumbers", additionalPhoneNumbers);
    middleNames = Required.elements("middleNames", middleNames);
    roles = Required.elements("roles", roles);
  }

  AgentChange toChange() {
    return new AgentChange(
        Patch.toValue(displayName),
        Patch.toValue(email),
        Patch.toValue(phoneNumber),
        Patch.toValue(roles).map(AgentWords::roles),
        Patch.toValue(availability).map(AgentWords::availability),
        Patch.toValue(firstName),
        Patch.toValue(middleNames),
        Patch.toValue(lastName),
        Patch.toValue(avatarUrl),
        Patch.toValue(additionalEmails),
        Patch.toValue(additionalPhoneNumbers));
  }

  @Override
  public String toString() {
    return "NewAgent";
  }
}
