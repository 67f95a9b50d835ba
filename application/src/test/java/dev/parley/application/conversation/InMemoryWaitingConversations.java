package dev.parley.application.conversation;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.agent.InMemoryPresences;
import dev.parley.application.conversation.InMemoryConversationData.Member;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDetails;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the policies of all organizations' queues work on. */
public final class InMemoryWaitingConversations implements WaitingConversations {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryQueues queues;
  private final InMemoryAgents agents;
  private final InMemoryPresences presences;

  public InMemoryWaitingConversations(
      InMemoryUnitOfWork unitOfWork,
      InMemoryConversationData data,
      InMemoryQueues queues,
      InMemoryAgents agents,
      InMemoryPresences presences) {
    this.unitOfWork = unitOfWork;
    this.data = data;
    this.queues = queues;
    this.agents = agents;
    this.presences = presences;
  }

  @Override
  public Uni<List<Place>> queuesWithWork(Instant now) {
    return unitOfWork.alone(
        () ->
            queues.all().stream()
                .filter(owned -> owned.row().queue().policy() != AssignmentPolicy.MANUAL)
                .map(owned -> new Place(owned.organization(), owned.row().queue().id()))
                .filter(place -> hasWork(place, now))
                .toList());
  }

  private boolean hasWork(Place place, Instant now) {
    return (!queues.rests(place.organization(), place.queue(), now)
            && waiting(place.organization(), place.queue()).findAny().isPresent())
        || runOut(place.organization(), place.queue(), now).findAny().isPresent();
  }

  @Override
  public Uni<Optional<Schedule>> schedule(Transaction tx, ScheduleId schedule) {
    return attempt(() -> queues.schedules().find(tx.organization(), schedule));
  }

  @Override
  public Uni<Void> rest(Transaction tx, QueueId queue, Instant until) {
    return attempt(() -> queues.rest(tx.organization(), queue, until));
  }

  @Override
  public Uni<Optional<Queue>> lock(Transaction tx, QueueId queue) {
    return attempt(() -> queues.find(tx.organization(), queue).map(QueueDetails::queue));
  }

  @Override
  public Uni<List<Candidate>> candidates(Transaction tx, QueueId queue) {
    return attempt(() -> candidates(tx.organization(), queue));
  }

  List<Candidate> candidates(OrganizationId organization, QueueId queue) {
    return queues.agentsOf(organization, queue).stream()
        .map(agent -> candidate(organization, queue, agent))
        .toList();
  }

  private Candidate candidate(OrganizationId organization, QueueId queue, AgentId id) {
    Agent agent = agents.find(organization, id).orElseThrow();
    return new Candidate(
        id,
        agent.availability() == Availability.WORKING && !agent.disabled(),
        (int)
            conversations(organization)
                .filter(conversation -> !conversation.state().isSettled())
                .filter(conversation -> isAbout(conversation.assignment(), id))
                .count(),
        data.given().find(organization, new Member(queue, id)).orElse(null),
        presences.working(organization, id));
  }

  private static boolean isAbout(Assignment assignment, AgentId agent) {
    return switch (assignment) {
      case Assignment.Assigned assigned -> assigned.agent().equals(agent);
      case Assignment.Offered offered -> offered.agent().equals(agent);
      case Assignment.Queued _, Assignment.Unassigned _ -> false;
    };
  }

  @Override
  public Uni<Optional<Conversation>> first(
      Transaction tx, QueueId queue, Set<WorkingChannel> channels) {
    return attempt(
        () ->
            waiting(tx.organization(), queue)
                .filter(
                    conversation ->
                        channels.contains(WorkingChannel.of(conversation.channel().name())))
                .findFirst());
  }

  @Override
  public Uni<Optional<Conversation>> offerRunOut(Transaction tx, QueueId queue, Instant now) {
    return attempt(() -> runOut(tx.organization(), queue, now).findFirst());
  }

  @Override
  public Uni<Void> given(Transaction tx, QueueId queue, AgentId agent, Instant at) {
    return attempt(() -> data.given().put(tx.organization(), new Member(queue, agent), at));
  }

  Stream<Conversation> waiting(OrganizationId organization, QueueId queue) {
    return conversations(organization)
        .filter(conversation -> conversation.state() instanceof ConversationState.Open)
        .filter(
            conversation ->
                conversation.assignment() instanceof Assignment.Queued(QueueId in, Instant _)
                    && in.equals(queue))
        .sorted(
            Comparator.comparing(InMemoryWaitingConversations::since)
                .thenComparing(conversation -> conversation.id().value().toString()));
  }

  private static Instant since(Conversation conversation) {
    return conversation.assignment() instanceof Assignment.Queued(QueueId _, Instant since)
        ? since
        : Instant.MAX;
  }

  private Stream<Conversation> runOut(OrganizationId organization, QueueId queue, Instant now) {
    return conversations(organization)
        .filter(
            conversation ->
                conversation.assignment()
                        instanceof Assignment.Offered(QueueId in, AgentId _, Instant until)
                    && in.equals(queue)
                    && !until.isAfter(now));
  }

  private Stream<Conversation> conversations(OrganizationId organization) {
    return data.conversations().of(organization).stream().map(Stored::conversation);
  }
}
