package dev.parley.application.team;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** The teams of an organization and who is in them. Each call is a transaction. */
public interface Teams {
  Uni<Void> add(OrganizationId organization, Team team);

  /** Oldest first. */
  Uni<List<Team>> list(OrganizationId organization);

  /**
   * @return fails with {@code TeamNotFound}
   */
  Uni<Team> get(OrganizationId organization, TeamId id);

  /**
   * Its members stay agents.
   *
   * @return fails with {@code TeamNotFound}
   */
  Uni<Void> remove(OrganizationId organization, TeamId id);

  /**
   * In the order of the agents' numbers.
   *
   * @return fails with {@code TeamNotFound}
   */
  Uni<List<TeamMember>> members(OrganizationId organization, TeamId id);

  /**
   * Makes members of those who are not yet.
   *
   * @return fails with {@code TeamNotFound}, with {@code AgentNotFound} when one of the agents does
   *     not exist; then nobody was added
   */
  Uni<Void> addMembers(OrganizationId organization, TeamId id, Collection<AgentId> agents);

  /**
   * Who is no member is passed over.
   *
   * @return fails with {@code TeamNotFound}
   */
  Uni<Void> removeMembers(OrganizationId organization, TeamId id, Collection<AgentId> agents);

  /**
   * The teams the agent is in, oldest first.
   *
   * @return fails with {@code AgentNotFound}
   */
  Uni<List<Team>> of(OrganizationId organization, AgentId agent);
}
