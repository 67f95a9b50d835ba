package dev.parley.application.team;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Keeps teams and their members. */
public final class TeamAdministration {
  private final Teams teams;
  private final IdSource ids;
  private final InstantSource clock;

  public TeamAdministration(Teams teams, IdSource ids, InstantSource clock) {
    this.teams = teams;
    this.ids = ids;
    this.clock = clock;
  }

  public Uni<Team> create(Actor actor, String name) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Team team = new Team(new TeamId(ids.next()), name, clock.instant());
    return teams.add(actor.organization(), team).replaceWith(team);
  }

  /** Oldest first. */
  public Uni<List<Team>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return teams.list(actor.organization());
  }

  /**
   * @return fails with {@code TeamNotFound}
   */
  public Uni<Team> get(Actor actor, TeamId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return teams.get(actor.organization(), id);
  }

  /**
   * @return fails with {@code TeamNotFound}
   */
  public Uni<Void> delete(Actor actor, TeamId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return teams.remove(actor.organization(), id);
  }

  /**
   * @return fails with {@code TeamNotFound}
   */
  public Uni<List<TeamMember>> members(Actor actor, TeamId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return teams.members(actor.organization(), id);
  }

  /**
   * Adding a member again changes nothing.
   *
   * @return fails with {@code TeamNotFound}, {@code AgentNotFound}
   */
  public Uni<Void> addMembers(Actor actor, TeamId id, Collection<AgentId> agents) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return teams.addMembers(actor.organization(), id, agents);
  }

  /**
   * @return fails with {@code TeamNotFound}
   */
  public Uni<Void> removeMembers(Actor actor, TeamId id, Collection<AgentId> agents) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return teams.removeMembers(actor.organization(), id, agents);
  }

  /**
   * @return fails with {@code AgentNotFound}
   */
  public Uni<List<Team>> of(Actor actor, AgentId agent) {
    actor.require(Permission.CONFIGURATION_READ);
    return teams.of(actor.organization(), agent);
  }
}
