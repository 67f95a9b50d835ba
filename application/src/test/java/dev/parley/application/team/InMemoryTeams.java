package dev.parley.application.team;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamError;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Teams of all organizations with their members. */
public final class InMemoryTeams implements Teams {
  private final InMemoryRows<TeamId, Team> rows = new InMemoryRows<>();
  private final InMemoryRows<TeamId, Set<AgentId>> members = new InMemoryRows<>();
  private final InMemoryAgents agents;

  public InMemoryTeams(InMemoryAgents agents) {
    this.agents = agents;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Team team) {
    return attempt(
        () -> {
          rows.put(organization, team.id(), team);
          members.put(organization, team.id(), new HashSet<>());
        });
  }

  @Override
  public Uni<List<Team>> list(OrganizationId organization) {
    return attempt(() -> rows.of(organization));
  }

  @Override
  public Uni<Team> get(OrganizationId organization, TeamId id) {
    return attempt(() -> rows.find(organization, id).orElseThrow(() -> notFound(id)));
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, TeamId id) {
    return attempt(
        () -> {
          if (!rows.remove(organization, id)) {
            throw notFound(id);
          }
          members.remove(organization, id);
        });
  }

  @Override
  public Uni<List<TeamMember>> members(OrganizationId organization, TeamId id) {
    return attempt(
        () ->
            agentsOf(organization, id).stream()
                .map(agent -> agents.find(organization, agent).orElseThrow())
                .sorted(Comparator.comparingLong(Agent::number))
                .map(agent -> new TeamMember(agent.id(), agent.displayName()))
                .toList());
  }

  @Override
  public Uni<Void> addMembers(OrganizationId organization, TeamId id, Collection<AgentId> wanted) {
    return attempt(
        () -> {
          Set<AgentId> present = agentsOf(organization, id);
          wanted.forEach(agent -> require(organization, agent));
          present.addAll(wanted);
        });
  }

  @Override
  public Uni<Void> removeMembers(
      OrganizationId organization, TeamId id, Collection<AgentId> unwanted) {
    return attempt(
        () -> {
          agentsOf(organization, id).removeAll(Set.copyOf(unwanted));
        });
  }

  @Override
  public Uni<List<Team>> of(OrganizationId organization, AgentId agent) {
    return attempt(
        () -> {
          require(organization, agent);
          return rows.of(organization).stream()
              .filter(team -> agentsOf(organization, team.id()).contains(agent))
              .toList();
        });
  }

  /**
   * @throws DomainException {@code TeamNotFound}
   */
  public Set<AgentId> agentsOf(OrganizationId organization, TeamId id) {
    return members.find(organization, id).orElseThrow(() -> notFound(id));
  }

  private void require(OrganizationId organization, AgentId agent) {
    if (agents.find(organization, agent).isEmpty()) {
      throw new DomainException(new AgentError.AgentNotFound(agent));
    }
  }

  private static DomainException notFound(TeamId id) {
    return new DomainException(new TeamError.TeamNotFound(id));
  }
}
