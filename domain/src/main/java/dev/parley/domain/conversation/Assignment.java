package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.queue.QueueId;
import java.time.Instant;
import java.util.Optional;

/** Who holds a conversation now. */
public sealed interface Assignment {

  record Unassigned() implements Assignment {}

  record Queued(QueueId queue, Instant since) implements Assignment {}

  /** A queue's proposal to one agent, void after {@code until}. */
  record Offered(QueueId queue, AgentId agent, Instant until) implements Assignment {}

  record Assigned(AgentId agent, Instant since) implements Assignment {}

  /** The agent it is assigned to; an offer does not count. */
  default Optional<AgentId> holder() {
    return this instanceof Assigned assigned ? Optional.of(assigned.agent()) : Optional.empty();
  }
}
