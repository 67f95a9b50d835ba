package dev.parley.application.agent;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

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

  /** Oldest first. */
  Uni<Page<Agent>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit);

  /** Which agents are asked for. */
  sealed interface Filter {
    record Everyone() implements Filter {}

    record WithEmail(EmailAddress email) implements Filter {}

    record WithPhone(String phoneNumber) implements Filter {}
  }
}
