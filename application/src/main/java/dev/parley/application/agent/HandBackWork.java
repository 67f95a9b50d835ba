package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import io.smallrye.mutiny.Uni;

/** Puts what an agent has in hand, or has been offered, back into the queues. */
public interface HandBackWork {
  /** Each conversation for itself; to be repeated when it fails halfway. */
  Uni<Void> handle(Command command);

  record Command(Actor actor, AgentId agent) {}
}
