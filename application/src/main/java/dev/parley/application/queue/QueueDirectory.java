package dev.parley.application.queue;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The queues of an organization and who serves them. Each call is a transaction. */
public interface QueueDirectory {
  /**
   * Stores a new queue under the next number. A new default queue takes the place of the former
   * one.
   *
   * @return the queue with its number; fails with {@code QueueNameTaken}, names are compared
   *     without case; with {@code ScheduleNotFound} when its schedule does not exist
   */
  Uni<Queue> add(OrganizationId organization, QueueDetails queue);

  /** Oldest first. */
  Uni<List<QueueDetails>> list(OrganizationId organization);

  /**
   * @return fails with {@code QueueNotFound}
   */
  Uni<QueueDetails> get(OrganizationId organization, QueueId id);

  /**
   * Stores what {@code change} makes of the queue; nobody else can change it meanwhile. How it
   * hands out can be changed: policy, cap, offers, schedule.
   *
   * @return fails with {@code QueueNotFound}, {@code ScheduleNotFound}
   */
  Uni<Void> change(OrganizationId organization, QueueId id, UnaryOperator<Queue> change);

  /**
   * In the order of the agents' numbers.
   *
   * @return fails with {@code QueueNotFound}
   */
  Uni<List<QueueMember>> members(OrganizationId organization, QueueId id);

  /**
   * Makes members of those who are not yet.
   *
   * @return those of the agents who exist and are members now; fails with {@code QueueNotFound}
   */
  Uni<Set<AgentId>> addMembers(OrganizationId organization, QueueId id, Collection<AgentId> agents);

  /**
   * Who is no member is passed over.
   *
   * @return fails with {@code QueueNotFound}
   */
  Uni<Void> removeMembers(OrganizationId organization, QueueId id, Collection<AgentId> agents);
}
