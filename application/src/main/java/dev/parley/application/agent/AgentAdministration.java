package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Outcome;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who answers in an organization, and with which API keys. */
public final class AgentAdministration {
  private final AgentDirectory agents;
  private final ApiKeys keys;
  private final HandBackWork work;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  public AgentAdministration(
      AgentDirectory agents,
      ApiKeys keys,
      HandBackWork work,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    this.agents = agents;
    this.keys = keys;
    this.work = work;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the agent with its number; fails with {@code AgentEmailTaken}, {@code InvalidField}
   */
  public Uni<Agent> create(Actor actor, AgentChange wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return agents.add(actor.organization(), wanted.toNew(new AgentId(ids.next()), clock.instant()));
  }

  /** As {@link #create}, several at once; see {@link Outcome#ofEach}. */
  public Uni<List<Outcome<Agent>>> createAll(Actor actor, List<AgentChange> wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return Outcome.ofEach(wanted, each -> create(actor, each));
  }

  /**
   * Roles and availability count within a second, on every instance.
   *
   * @return the changed agent; fails with {@code AgentNotFound}, {@code AgentEmailTaken}, {@code
   *     LastAdmin}, {@code InvalidField}, {@code NothingToChange}
   */
  public Uni<Agent> change(Actor actor, Update update) {
    actor.require(Permission.CONFIGURATION_WRITE);
    if (update.change().isEmpty()) {
      throw new DomainException(new SharedError.NothingToChange());
    }
    return agents.change(actor.organization(), update.agent(), update.change()::applyTo);
  }

  /** As {@link #change}, several at once; see {@link Outcome#ofEach}. */
  public Uni<List<Outcome<Agent>>> changeAll(Actor actor, List<Update> updates) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return Outcome.ofEach(updates, each -> change(actor, each));
  }

  /**
   * Makes a contact of an agent. What the agent has in hand goes back to the queues before that, so
   * that who is interrupted can begin anew, and once more after it, for what was given to the agent
   * meanwhile. The agent's tokens are refused within a second, on every instance.
   *
   * @return fails with {@code AgentNotFound}, {@code OwnAgent}, {@code LastAdmin}
   */
  public Uni<Void> downgrade(Actor actor, AgentId agent) {
    actor.require(Permission.CONFIGURATION_WRITE);
    if (agent.equals(actor.agent())) {
      throw new DomainException(new AgentError.OwnAgent(agent));
    }
    HandBackWork.Command handBack = new HandBackWork.Command(actor, agent);
    return agents
        .get(actor.organization(), agent)
        .chain(() -> work.handle(handBack))
        .chain(() -> agents.downgrade(actor.organization(), agent))
        .chain(() -> work.handle(handBack));
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

  /** What to change about whom. */
  public record Update(AgentId agent, AgentChange change) {}
}
