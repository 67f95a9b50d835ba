package dev.parley.application.queue;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleError;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Queues of all organizations with their members. */
public final class InMemoryQueues implements Queues, QueueDirectory {
  private final InMemoryRows<QueueId, QueueDetails> rows = new InMemoryRows<>();
  private final InMemoryRows<QueueId, Set<AgentId>> members = new InMemoryRows<>();
  private final InMemoryRows<ScheduleId, Schedule> schedules = new InMemoryRows<>();
  private final InMemoryRows<QueueId, Instant> rests = new InMemoryRows<>();
  private final InMemoryNumbers numbers;
  private final InMemoryAgents agents;

  public InMemoryQueues(InMemoryNumbers numbers, InMemoryAgents agents) {
    this.numbers = numbers;
    this.agents = agents;
  }

  /** What queues keep to; see {@code InMemorySchedules}. */
  public InMemoryRows<ScheduleId, Schedule> schedules() {
    return schedules;
  }

  public boolean keepTo(OrganizationId organization, ScheduleId schedule) {
    return rows.any(organization, details -> schedule.equals(details.queue().schedule()));
  }

  /** Ends the rest of queues that keep to the schedule. */
  public void lookAgain(OrganizationId organization, ScheduleId schedule) {
    rows.of(organization).stream()
        .map(QueueDetails::queue)
        .filter(queue -> schedule.equals(queue.schedule()))
        .forEach(queue -> rests.remove(organization, queue.id()));
  }

  public void rest(OrganizationId organization, QueueId queue, Instant until) {
    rests.put(organization, queue, until);
  }

  public boolean rests(OrganizationId organization, QueueId queue, Instant now) {
    return rests.find(organization, queue).filter(now::isBefore).isPresent();
  }

  public Optional<QueueDetails> find(OrganizationId organization, QueueId id) {
    return rows.find(organization, id);
  }

  @Override
  public Uni<QueueId> require(Transaction tx, QueueId id) {
    return get(tx.organization(), id).replaceWith(id);
  }

  @Override
  public Uni<QueueId> defaultQueue(Transaction tx) {
    return attempt(
        () ->
            rows.of(tx.organization()).stream()
                .map(QueueDetails::queue)
                .filter(Queue::isDefault)
                .map(Queue::id)
                .findFirst()
                .orElseThrow(() -> new DomainException(new QueueError.NoDefaultQueue())));
  }

  @Override
  public Uni<Queue> add(OrganizationId organization, QueueDetails wanted) {
    return attempt(
        () -> {
          Queue queue = wanted.queue();
          if (rows.any(
              organization, other -> other.queue().name().equalsIgnoreCase(queue.name()))) {
            throw new DomainException(new QueueError.QueueNameTaken(queue.name()));
          }
          check(organization, queue);
          if (queue.isDefault()) {
            rows.of(organization)
                .forEach(other -> put(organization, with(other, other.queue().number(), false)));
          }
          QueueDetails stored =
              with(wanted, numbers.next(organization, "queues"), queue.isDefault());
          put(organization, stored);
          members.put(organization, queue.id(), new HashSet<>());
          return stored.queue();
        });
  }

  @Override
  public Uni<List<QueueDetails>> list(OrganizationId organization) {
    return attempt(() -> rows.of(organization));
  }

  @Override
  public Uni<QueueDetails> get(OrganizationId organization, QueueId id) {
    return attempt(
        () ->
            rows.find(organization, id)
                .orElseThrow(() -> new DomainException(new QueueError.QueueNotFound(id))));
  }

  @Override
  public Uni<Void> change(OrganizationId organization, QueueId id, UnaryOperator<Queue> change) {
    return get(organization, id)
        .invoke(
            present -> {
              Queue changed = change.apply(present.queue());
              check(organization, changed);
              put(organization, new QueueDetails(changed, present.presentation()));
              rests.remove(organization, id);
            })
        .replaceWithVoid();
  }

  private void check(OrganizationId organization, Queue queue) {
    ScheduleId schedule = queue.schedule();
    if (schedule != null && schedules.find(organization, schedule).isEmpty()) {
      throw new DomainException(new ScheduleError.ScheduleNotFound(schedule));
    }
  }

  @Override
  public Uni<List<QueueMember>> members(OrganizationId organization, QueueId id) {
    return attempt(
        () ->
            membersOf(organization, id).stream()
                .flatMap(agent -> agents.find(organization, agent).stream())
                .sorted(Comparator.comparingLong(Agent::number))
                .map(agent -> new QueueMember(agent.id(), null))
                .toList());
  }

  @Override
  public Uni<Set<AgentId>> addMembers(
      OrganizationId organization, QueueId id, Collection<AgentId> wanted) {
    return attempt(
        () -> {
          Set<AgentId> present = membersOf(organization, id);
          Set<AgentId> existing =
              wanted.stream()
                  .filter(agent -> agents.find(organization, agent).isPresent())
                  .collect(Collectors.toUnmodifiableSet());
          present.addAll(existing);
          return existing;
        });
  }

  @Override
  public Uni<Void> removeMembers(
      OrganizationId organization, QueueId id, Collection<AgentId> unwanted) {
    return attempt(
        () -> {
          membersOf(organization, id).removeAll(Set.copyOf(unwanted));
        });
  }

  /** Queues of every organization. */
  public List<InMemoryRows.Owned<QueueDetails>> all() {
    return rows.all();
  }

  public Set<AgentId> agentsOf(OrganizationId organization, QueueId id) {
    return membersOf(organization, id).stream()
        .filter(agent -> agents.find(organization, agent).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<AgentId> membersOf(OrganizationId organization, QueueId id) {
    return members
        .find(organization, id)
        .orElseThrow(() -> new DomainException(new QueueError.QueueNotFound(id)));
  }

  private void put(OrganizationId organization, QueueDetails details) {
    rows.put(organization, details.queue().id(), details);
  }

  private static QueueDetails with(QueueDetails details, long number, boolean isDefault) {
    Queue queue = details.queue();
    return new QueueDetails(
        new Queue(
            queue.id(),
            number,
            queue.name(),
            isDefault,
            queue.policy(),
            queue.agentCap(),
            queue.offerTimeout(),
            queue.schedule(),
            queue.createdAt()),
        details.presentation());
  }
}
