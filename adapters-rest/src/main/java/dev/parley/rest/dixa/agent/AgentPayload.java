package dev.parley.rest.dixa.agent;

import dev.parley.domain.agent.Agent;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param availability an addition: whether policies may give the agent work
 * @param number an addition: the agent's id in the Libredesk and Chatwoot dialects
 */
@RegisterForReflection
@Schema(
    name = "Agent",
    examples =
        """
        {"id": "a53b25da-f676-4c52-acac-58c9280aa23d", "createdAt": "2020-12-16T09:41:43Z",
         "displayName": "Bo Dahl", "email": "bo@example.com", "phoneNumber": "+4552000000",
         "additionalEmails": [], "additionalPhoneNumbers": [], "firstName": "Bo",
         "lastName": "Dahl", "middleNames": [], "avatarUrl": "https://example.com/bo.png",
         "roles": ["Agent"], "availability": "Working", "number": 2}""")
record AgentPayload(
    UUID id,
    String createdAt,
    String displayName,
    String email,
    @Nullable String phoneNumber,
    List<String> additionalEmails,
    List<String> additionalPhoneNumbers,
    @Nullable String firstName,
    @Nullable String lastName,
    List<String> middleNames,
    @Nullable String avatarUrl,
    List<String> roles,
    @Schema(enumeration = {"Working", "Away"}) String availability,
    long number) {
  static AgentPayload from(Agent agent) {
    Agent.Profile profile = agent.profile();
    return new AgentPayload(
        agent.id().value(),
        DixaTimes.iso(agent.createdAt()),
        agent.displayName(),
        agent.email().value(),
        agent.phoneNumber(),
        profile.additionalEmails().stream().map(EmailAddress::value).toList(),
        profile.additionalPhoneNumbers(),
        profile.firstName(),
        profile.lastName(),
        profile.middleNames(),
        profile.avatarUrl(),
        agent.roles().stream().sorted().map(AgentWords::of).toList(),
        AgentWords.of(agent.availability()),
        agent.number());
  }
}
