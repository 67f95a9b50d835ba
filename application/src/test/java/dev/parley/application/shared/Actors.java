package dev.parley.application.shared;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.organization.OrganizationId;
import java.util.Set;

/** Actors of tests. */
public final class Actors {
  private Actors() {}

  public static Actor admin(OrganizationId organization, AgentId agent) {
    return new Actor(organization, agent, Permission.of(Set.of(Role.ADMIN)));
  }

  public static Actor agent(OrganizationId organization, AgentId agent) {
    return new Actor(organization, agent, Permission.of(Set.of(Role.AGENT)));
  }

  public static Actor without(Actor actor, Permission permission) {
    return new Actor(
        actor.organization(),
        actor.agent(),
        actor.permissions().stream()
            .filter(granted -> granted != permission)
            .collect(java.util.stream.Collectors.toSet()));
  }
}
