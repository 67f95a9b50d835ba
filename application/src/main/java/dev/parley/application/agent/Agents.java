package dev.parley.application.agent;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Agents as facts for decisions, inside a transaction. */
public interface Agents {
  /**
   * @return fails with {@code NotAnAgent} when a contact has the id, with {@code AgentNotFound}
   *     when nobody of the organization has it
   */
  Uni<Agent> get(Transaction tx, AgentId id);

  /** Those of the ids that are agents of the organization. */
  Uni<Set<AgentId>> existing(Transaction tx, Collection<AgentId> ids);
}
