package dev.parley.application.agent;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The keys that stand for agents. Each call is a transaction. */
public interface ApiKeys {
  /**
   * @return fails with {@code AgentNotFound}, with {@code ApiKeyTaken} when the key id is in use
   */
  Uni<Void> add(OrganizationId organization, AgentId agent, ApiKey key, Instant now);

  /**
   * @return fails with {@code ApiKeyNotFound} when the agent has no such key in force
   */
  Uni<Void> revoke(OrganizationId organization, AgentId agent, String keyId, Instant now);

  /**
   * Makes sure that the founding admin of the organization has the key with this secret and that it
   * is in force, whatever was stored of it before.
   *
   * @return whether anything had to change; fails with {@code ApiKeyTaken} when the key id stands
   *     for somebody else, with {@code AgentNotFound} when the founding admin is gone
   */
  Uni<Boolean> ensureForFoundingAdmin(OrganizationId organization, ApiKey key, Instant now);
}
