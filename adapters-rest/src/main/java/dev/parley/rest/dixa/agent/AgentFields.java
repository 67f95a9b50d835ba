package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentChange;
import dev.parley.application.shared.Patch;
import dev.parley.domain.agent.Role;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be said about an agent, for making and for changing.
 *
 * @param roles an addition
 * @param availability an addition
 */
@RegisterForReflection
@Schema(
    name = "AgentInput",
    examples =
        """
        {"displayName": "Bo Dahl", "email": "bo@example.com", "phoneNumber": "+4552000000",
         "firstName": "Bo", "lastName": "Dahl", "avatarUrl": "https://example.com/bo.png",
         "roles": ["Agent"], "availability": "Working"}""")
record AgentFields(
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
    @Schema(implementation = String.class) Patch<String> availability) {
  AgentFields {
    additionalEmails = additionalEmails.map(all -> Required.elements("additionalEmails", all));
    additionalPhoneNumbers =
        additionalPhoneNumbers.map(all -> Required.elements("additionalPhoneNumbers", all));
    middleNames = middleNames.map(all -> Required.elements("middleNames", all));
    roles = roles.map(all -> Required.elements("roles", all));
  }

  /**
   * @throws RequestRefused without {@code displayName} or {@code email}
   */
  AgentChange toNew() {
    Required.text("displayName", displayName.applyTo(null));
    Required.text("email", email.applyTo(null));
    return toChange();
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
        roles.map(AgentFields::roles),
        availability.map(AgentWords::availability),
        firstName,
        middleNames,
        lastName,
        avatarUrl,
        additionalEmails,
        additionalPhoneNumbers);
  }

  /**
   * What is absent goes, but for what an agent cannot be without and Dixa's own requests do not
   * have.
   *
   * @throws RequestRefused without {@code displayName}, and as {@link #toChange}
   */
  AgentChange toReplacement() {
    Required.text("displayName", displayName.applyTo(null));
    return new AgentChange(
        displayName,
        email,
        orClear(phoneNumber),
        roles.map(AgentFields::roles),
        availability.map(AgentWords::availability),
        orClear(firstName),
        orClear(middleNames),
        orClear(lastName),
        orClear(avatarUrl),
        orClear(additionalEmails),
        orClear(additionalPhoneNumbers));
  }

  private static Set<Role> roles(List<String> words) {
    return words.stream().map(AgentWords::role).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Patch<T> orClear(Patch<T> wish) {
    return Patch.toValue(wish.applyTo(null));
  }

  @Override
  public String toString() {
    return "AgentFields";
  }
}
