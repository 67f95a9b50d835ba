package dev.parley.rest.dixa.agent;

import dev.parley.domain.agent.Agent;
import dev.parley.rest.dixa.DixaTimes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param availability an addition: whether policies may give the agent work
 * @param number an addition: the agent's id in the Libredesk and Chatwoot dialects
 */
record AgentPayload(
    UUID id,
    String createdAt,
    String displayName,
    String email,
    @Nullable String phoneNumber,
    List<String> roles,
    String availability,
    long number) {
  static AgentPayload from(Agent agent) {
    return new AgentPayload(
        agent.id().value(),
        DixaTimes.iso(agent.createdAt()),
        agent.displayName(),
        agent.email().value(),
        agent.phoneNumber(),
        agent.roles().stream().sorted().map(AgentWords::of).toList(),
        AgentWords.of(agent.availability()),
        agent.number());
  }
}
