package dev.parley.application.queue;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
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

  public QueueAdministration(QueueDirectory queues, IdSource ids, InstantSource clock) {
    this.queues = queues;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the queue with its number; fails with {@code QueueNameTaken}
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
            clock.instant());
    return queues.add(actor.organization(), new QueueDetails(queue, wanted.presentation()));
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
      Map<String, String> presentation) {}
}
