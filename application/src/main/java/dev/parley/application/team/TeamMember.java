package dev.parley.application.team;

import dev.parley.domain.agent.AgentId;

/** An agent in a team. */
public record TeamMember(AgentId agent, String displayName) {
  @Override
  public String toString() {
    return "TeamMember[" + agent.value() + "]";
  }
}
