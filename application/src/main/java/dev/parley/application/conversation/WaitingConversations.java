package dev.parley.application.conversation;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a queue's policy works on. */
public interface WaitingConversations {
  /** Queues with a policy that have something waiting and do not rest, or an offer run out. */
  Uni<List<Place>> queuesWithWork(Instant now);

  /**
   * The schedule the queue keeps to.
   *
   * @param schedule of the queue's organization
   */
  Uni<Optional<Schedule>> schedule(Transaction tx, ScheduleId schedule);

  /** Lets the queue's policy rest: until then the queue has no work but offers that run out. */
  Uni<Void> rest(Transaction tx, QueueId queue, Instant until);

  /** The queue, locked, so that no two instances hand out of it at once. */
  Uni<Optional<Queue>> lock(Transaction tx, QueueId queue);

  Uni<List<Candidate>> candidates(Transaction tx, QueueId queue);

  /** Of those that are of the channels the one that waits longest, locked. */
  Uni<Optional<Conversation>> first(Transaction tx, QueueId queue, Set<WorkingChannel> channels);

  /** One whose offer has run out, locked. */
  Uni<Optional<Conversation>> offerRunOut(Transaction tx, QueueId queue, Instant now);

  /** Remembers when the queue last gave the agent something. */
  Uni<Void> given(Transaction tx, QueueId queue, AgentId agent, Instant at);

  /** A queue with its organization. */
  record Place(OrganizationId organization, QueueId queue) {}
}
