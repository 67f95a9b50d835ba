package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Tells who is there, and lets agents choose what they work on. */
public final class PresenceAdministration {
  private final Presences presences;
  private final Wakeups wakeups;

  public PresenceAdministration(Presences presences, Wakeups wakeups) {
    this.presences = presences;
    this.wakeups = wakeups;
  }

  /** In the order of the agents' numbers. */
  public Uni<List<Presence>> all(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return presences.all(actor.organization());
  }

  /**
   * @return fails with {@code AgentNotFound}
   */
  public Uni<Presence> of(Actor actor, AgentId agent) {
    actor.require(Permission.CONFIGURATION_READ);
    return presences.of(actor.organization(), agent);
  }

  /**
   * @return fails with {@code TeamNotFound}
   */
  public Uni<Page<Presence>> ofTeam(Actor actor, TeamId team, Optional<Cursor> after, int limit) {
    actor.require(Permission.CONFIGURATION_READ);
    return presences.ofTeam(actor.organization(), team, after, limit);
  }

  /**
   * Everybody chooses for themselves, administrators for all.
   *
   * @return fails with {@code AgentNotFound}
   */
  public Uni<Void> work(Actor actor, AgentId agent, WorkingChannel channel, boolean working) {
    if (!agent.equals(actor.agent())) {
      actor.require(Permission.CONFIGURATION_WRITE);
    }
    return presences
        .work(actor.organization(), agent, channel, working)
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }
}
