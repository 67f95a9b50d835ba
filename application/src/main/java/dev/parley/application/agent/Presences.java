package dev.parley.application.agent;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is there and works on what. Each call is a transaction; a question is one statement. */
public interface Presences {
  /** In the order of the agents' numbers. */
  Uni<List<Presence>> all(OrganizationId organization);

  /**
   * @return fails with {@code AgentNotFound}
   */
  Uni<Presence> of(OrganizationId organization, AgentId agent);

  /**
   * In the order of the agents' ids.
   *
   * @return fails with {@code TeamNotFound}
   */
  Uni<Page<Presence>> ofTeam(
      OrganizationId organization, TeamId team, Optional<Cursor> after, int limit);

  /**
   * Remembers that the agent was there; never forgets a later moment. An agent who does not exist
   * any more is passed over.
   */
  Uni<Void> seen(OrganizationId organization, AgentId agent, Instant at);

  /**
   * Remembers whether the agent works on the channel; everybody works on all until told otherwise.
   *
   * @return fails with {@code AgentNotFound}
   */
  Uni<Void> work(
      OrganizationId organization, AgentId agent, WorkingChannel channel, boolean working);
}
