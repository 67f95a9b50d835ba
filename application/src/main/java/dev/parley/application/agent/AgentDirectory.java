package dev.parley.application.agent;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of an organization, as its administrators see them. Each call is a transaction. */
public interface AgentDirectory {
  /**
   * Stores a new agent under the next number that contacts and agents share.
   *
   * @return the agent with its number; fails with {@code AgentEmailTaken}
   */
  Uni<Agent> add(OrganizationId organization, Agent agent);

  /**
   * @return fails with {@code AgentNotFound}
   */
  Uni<Agent> get(OrganizationId organization, AgentId id);

  /**
   * Stores what {@code change} makes of the agent, which nobody else changes meanwhile.
   *
   * @param change may refuse by throwing
   * @return the agent as it is now; fails with {@code AgentNotFound}, with {@code AgentEmailTaken},
   *     with {@code LastAdmin} when no admin would be left, and with what {@code change} throws
   */
  Uni<Agent> change(OrganizationId organization, AgentId id, UnaryOperator<Agent> change);

  /**
   * Makes a contact of an agent, who keeps id, number, name and addresses; an address that another
   * contact has stays there. Its API keys and memberships of queues end.
   *
   * @return fails with {@code AgentNotFound}, with {@code LastAdmin} when no admin would be left
   */
  Uni<Void> downgrade(OrganizationId organization, AgentId id);

  /** Oldest first. */
  Uni<Page<Agent>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit);

  /** Which agents are asked for; additional addresses count. */
  sealed interface Filter {
    record Everyone() implements Filter {}

    record WithEmail(EmailAddress email) implements Filter {}

    record WithPhone(String phoneNumber) implements Filter {}
  }
}
