package dev.parley.application.agent;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.InMemoryPages;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Page;
import dev.parley.application.team.InMemoryTeams;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who of all organizations is there. */
public final class InMemoryPresences implements Presences {
  private final InMemoryRows<AgentId, Instant> seen = new InMemoryRows<>();
  private final InMemoryRows<AgentId, Set<WorkingChannel>> notWorking = new InMemoryRows<>();
  private final InMemoryAgents agents;
  private final InMemoryTeams teams;

  public InMemoryPresences(InMemoryAgents agents, InMemoryTeams teams) {
    this.agents = agents;
    this.teams = teams;
  }

  @Override
  public Uni<List<Presence>> all(OrganizationId organization) {
    return attempt(
        () ->
            agents.of(organization).stream()
                .sorted(Comparator.comparingLong(Agent::number))
                .map(agent -> presence(organization, agent))
                .toList());
  }

  @Override
  public Uni<Presence> of(OrganizationId organization, AgentId agent) {
    return attempt(() -> presence(organization, require(organization, agent)));
  }

  @Override
  public Uni<Page<Presence>> ofTeam(
      OrganizationId organization, TeamId team, Optional<Cursor> after, int limit) {
    return attempt(
        () ->
            InMemoryPages.page(
                teams.agentsOf(organization, team).stream()
                    .map(agent -> presence(organization, require(organization, agent)))
                    .toList(),
                after,
                limit,
                presence -> new Cursor(Instant.EPOCH, presence.agent().value())));
  }

  @Override
  public Uni<Void> seen(OrganizationId organization, AgentId agent, Instant at) {
    return attempt(
        () -> {
          Optional<Instant> before = seen.find(organization, agent);
          if (agents.find(organization, agent).isPresent()
              && before.filter(at::isBefore).isEmpty()) {
            seen.put(organization, agent, at);
          }
        });
  }

  @Override
  public Uni<Void> work(
      OrganizationId organization, AgentId agent, WorkingChannel channel, boolean working) {
    return attempt(
        () -> {
          require(organization, agent);
          Set<WorkingChannel> off = EnumSet.noneOf(WorkingChannel.class);
          off.addAll(notWorking.find(organization, agent).orElse(Set.of()));
          if (working) {
            off.remove(channel);
          } else {
            off.add(channel);
          }
          notWorking.put(organization, agent, off);
        });
  }

  public Set<WorkingChannel> working(OrganizationId organization, AgentId agent) {
    Set<WorkingChannel> all = EnumSet.allOf(WorkingChannel.class);
    all.removeAll(notWorking.find(organization, agent).orElse(Set.of()));
    return all;
  }

  private Presence presence(OrganizationId organization, Agent agent) {
    return new Presence(
        agent.id(),
        agent.availability() == Availability.WORKING && !agent.disabled(),
        seen.find(organization, agent.id()).orElse(null),
        working(organization, agent.id()));
  }

  private Agent require(OrganizationId organization, AgentId id) {
    return agents
        .find(organization, id)
        .orElseThrow(() -> new DomainException(new AgentError.AgentNotFound(id)));
  }
}
