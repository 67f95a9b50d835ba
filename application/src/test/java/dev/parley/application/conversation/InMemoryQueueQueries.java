package dev.parley.application.conversation;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDetails;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Questions about the queues of all organizations. */
public final class InMemoryQueueQueries implements QueueQueries {
  private final InMemoryConversationData data;
  private final InMemoryQueues queues;
  private final InMemoryContactEndpoints endpoints;
  private final InMemoryWaitingConversations waiting;
  private final Function<OrganizationId, UUID> publicIds;

  public InMemoryQueueQueries(
      InMemoryConversationData data,
      InMemoryQueues queues,
      InMemoryContactEndpoints endpoints,
      InMemoryWaitingConversations waiting,
      Function<OrganizationId, UUID> publicIds) {
    this.data = data;
    this.queues = queues;
    this.endpoints = endpoints;
    this.waiting = waiting;
    this.publicIds = publicIds;
  }

  @Override
  public Uni<List<QueueView>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return queues
        .list(actor.organization())
        .map(all -> all.stream().map(details -> view(actor.organization(), details)).toList());
  }

  @Override
  public Uni<QueueView> get(Actor actor, QueueId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return queues.get(actor.organization(), id).map(details -> view(actor.organization(), details));
  }

  @Override
  public Uni<Availability> availability(Actor actor, QueueId id, Instant now) {
    actor.require(Permission.CONFIGURATION_READ);
    return queues
        .get(actor.organization(), id)
        .map(details -> availability(actor.organization(), details.queue(), now));
  }

  private Availability availability(OrganizationId organization, Queue queue, Instant now) {
    if (usages(organization, queue).stream()
        .noneMatch(usage -> usage.channel().equals(Channel.API))) {
      throw new DomainException(new QueueError.NoSupportedChannel(queue.id()));
    }
    return new Availability(
        isOpen(organization, queue, now)
            && waiting.candidates(organization, queue.id()).stream()
                .anyMatch(member -> member.canTake(WorkingChannel.MESSAGING, queue.agentCap())),
        waiting.waiting(organization, queue.id()).count());
  }

  private boolean isOpen(OrganizationId organization, Queue queue, Instant now) {
    ScheduleId schedule = queue.schedule();
    return schedule == null
        || queues.schedules().find(organization, schedule).orElseThrow().isOpenAt(now);
  }

  @Override
  public Uni<Position> position(Actor actor, long conversation) {
    actor.require(Permission.CONVERSATIONS_READ);
    return attempt(
        () ->
            data.conversations().of(actor.organization()).stream()
                .filter(stored -> stored.number() == conversation)
                .map(Stored::conversation)
                .filter(InMemoryQueueQueries::isInQueue)
                .findFirst()
                .map(found -> position(actor.organization(), found))
                .orElseThrow(
                    () -> new DomainException(new ConversationError.ConversationNotFound())));
  }

  private static boolean isInQueue(Conversation conversation) {
    return !conversation.state().isSettled()
        && switch (conversation.assignment()) {
          case Assignment.Queued _, Assignment.Offered _ -> true;
          case Assignment.Assigned _, Assignment.Unassigned _ -> false;
        };
  }

  private Position position(OrganizationId organization, Conversation conversation) {
    QueuePlace place = Objects.requireNonNull(conversation.lastQueue());
    boolean up =
        conversation.assignment() instanceof Assignment.Queued
            && conversation.state() instanceof ConversationState.Open;
    long position =
        waiting.waiting(organization, place.queue()).toList().indexOf(conversation) + 1L;
    return new Position(up ? position : null, place.queuedAt());
  }

  private QueueView view(OrganizationId organization, QueueDetails details) {
    return new QueueView(
        details, publicIds.apply(organization), usages(organization, details.queue()));
  }

  private List<Usage> usages(OrganizationId organization, Queue queue) {
    return endpoints.rows(organization).stream()
        .filter(
            endpoint ->
                endpoint.queue() == null ? queue.isDefault() : endpoint.queue().equals(queue.id()))
        .map(InMemoryQueueQueries::usage)
        .toList();
  }

  private static Usage usage(ContactEndpoint endpoint) {
    return new Usage(endpoint.channel(), endpoint.id(), endpoint.address());
  }
}
