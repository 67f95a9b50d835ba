package dev.parley.application.queue;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Patch;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps queues and their members. */
public final class QueueAdministration {
  /** Agents per membership change, as in Dixa. */
  public static final int MEMBERS_PER_CHANGE = 10;

  private final QueueDirectory queues;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public QueueAdministration(
      QueueDirectory queues, IdSource ids, InstantSource clock, Wakeups wakeups) {
    this.queues = queues;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  /**
   * @return the queue with its number; fails with {@code QueueNameTaken}, {@code ScheduleNotFound}
   */
  public Uni<Queue> create(Actor actor, NewQueue wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Queue queue =
        new Queue(
            new QueueId(ids.next()),
            0,
            wanted.name(),
            wanted.isDefault(),
            wanted.policy(),
            wanted.agentCap(),
            wanted.offerTimeout(),
            wanted.schedule(),
            clock.instant());
    return queues.add(actor.organization(), new QueueDetails(queue, wanted.presentation()));
  }

  /**
   * @return fails with {@code QueueNotFound}, {@code ScheduleNotFound}
   */
  public Uni<Void> change(Actor actor, QueueId id, Change change) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return queues
        .change(actor.organization(), id, change::applyTo)
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  /**
   * @return fails with {@code QueueNotFound}
   */
  public Uni<List<QueueMember>> members(Actor actor, QueueId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return queues.members(actor.organization(), id);
  }

  /**
   * Adding a member again changes nothing.
   *
   * @return those of the agents who are members now, the others do not exist; fails with {@code
   *     QueueNotFound}
   */
  public Uni<Set<AgentId>> addMembers(Actor actor, QueueId id, Collection<AgentId> agents) {
    actor.require(Permission.CONFIGURATION_WRITE);
    requireFew(agents);
    return queues.addMembers(actor.organization(), id, agents);
  }

  /**
   * @return fails with {@code QueueNotFound}
   */
  public Uni<Void> removeMembers(Actor actor, QueueId id, Collection<AgentId> agents) {
    actor.require(Permission.CONFIGURATION_WRITE);
    requireFew(agents);
    return queues.removeMembers(actor.organization(), id, agents);
  }

  private static void requireFew(Collection<AgentId> agents) {
    if (agents.isEmpty() || agents.size() > MEMBERS_PER_CHANGE) {
      throw SharedError.invalid("agentIds", "must be 1 to " + MEMBERS_PER_CHANGE);
    }
  }

  /** A queue as an administrator describes one. */
  public record NewQueue(
      String name,
      boolean isDefault,
      AssignmentPolicy policy,
      int agentCap,
      @Nullable Duration offerTimeout,
      @Nullable ScheduleId schedule,
      Map<String, String> presentation) {}

  /** What is to be different about how a queue hands out. */
  public record Change(
      Patch<AssignmentPolicy> policy,
      Patch<Integer> agentCap,
      Patch<Duration> offerTimeout,
      Patch<ScheduleId> schedule) {
    Queue applyTo(Queue present) {
      AssignmentPolicy wanted = policy.applyTo(present.policy());
      Integer cap = agentCap.applyTo(present.agentCap());
      return new Queue(
          present.id(),
          present.number(),
          present.name(),
          present.isDefault(),
          wanted == null ? AssignmentPolicy.MANUAL : wanted,
          cap == null ? 0 : cap,
          offerTimeout.applyTo(present.offerTimeout()),
          schedule.applyTo(present.schedule()),
          present.createdAt());
    }
  }
}
