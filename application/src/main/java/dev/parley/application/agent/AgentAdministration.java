package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who answers in an organization, and with which API keys. */
public final class AgentAdministration {
  private final AgentDirectory agents;
  private final ApiKeys keys;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  public AgentAdministration(
      AgentDirectory agents, ApiKeys keys, TokenMint mint, IdSource ids, InstantSource clock) {
    this.agents = agents;
    this.keys = keys;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the agent with its number; fails with {@code AgentEmailTaken}
   */
  public Uni<Agent> create(Actor actor, NewAgent wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Agent agent =
        new Agent(
            new AgentId(ids.next()),
            0,
            wanted.displayName(),
            wanted.email(),
            wanted.phoneNumber(),
            wanted.roles(),
            wanted.availability(),
            false,
            clock.instant());
    return agents.add(actor.organization(), agent);
  }

  /** Oldest first. */
  public Uni<Page<Agent>> list(
      Actor actor, AgentDirectory.Filter filter, Optional<Cursor> after, int limit) {
    actor.require(Permission.CONFIGURATION_READ);
    return agents.page(actor.organization(), filter, after, limit);
  }

  /**
   * @return fails with {@code AgentNotFound}
   */
  public Uni<Agent> get(Actor actor, AgentId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return agents.get(actor.organization(), id);
  }

  /**
   * Makes a key that stands for the agent. Its secret is known to nobody afterwards but who gets
   * this answer.
   *
   * @return fails with {@code AgentNotFound}
   */
  public Uni<ApiToken> issueKey(Actor actor, AgentId agent) {
    actor.require(Permission.CONFIGURATION_WRITE);
    ApiToken token = mint.token();
    return keys.add(actor.organization(), agent, ApiKey.of(token), clock.instant())
        .replaceWith(token);
  }

  /**
   * Takes a key's power away, on every instance within a second.
   *
   * @return fails with {@code ApiKeyNotFound}, also for a key that is revoked already
   */
  public Uni<Void> revokeKey(Actor actor, AgentId agent, String keyId) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return keys.revoke(actor.organization(), agent, keyId, clock.instant());
  }

  /** An agent as an administrator describes one. */
  public record NewAgent(
      String displayName,
      EmailAddress email,
      @Nullable String phoneNumber,
      Set<Role> roles,
      Availability availability) {
    @Override
    public String toString() {
      return "NewAgent" + roles;
    }
  }
}
