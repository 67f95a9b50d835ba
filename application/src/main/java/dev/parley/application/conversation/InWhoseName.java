package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.shared.Author;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The author of a command that may name another agent than the actor. */
final class InWhoseName {
  private final Agents agents;

  InWhoseName(Agents agents) {
    this.agents = agents;
  }

  /** Fails with {@code AgentNotFound} or {@code NotAnAgent}. */
  Uni<Author> author(Transaction tx, Actor actor, @Nullable AgentId named) {
    return named == null
        ? Uni.createFrom().item(actor.author())
        : agents.get(tx, named).map(agent -> new Author.ByAgent(agent.id()));
  }
}
