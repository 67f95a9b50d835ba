package dev.parley.application.conversation;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData.Told;
import dev.parley.application.conversation.InMemoryConversationData.Waiting;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InMemoryRows.Owned;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outbox of all organizations. */
public final class InMemoryDeliveries implements Deliveries {
  private static final int REFERENCES = 20;
  private static final Comparator<Message> OLDEST_FIRST =
      Comparator.comparing(Message::createdAt).thenComparing(message -> text(message.id()));

  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryContacts contacts;
  private final InMemoryAgents agents;
  private final InMemoryContactEndpoints endpoints;
  private final IdSource ids;

  public InMemoryDeliveries(
      InMemoryUnitOfWork unitOfWork,
      InMemoryConversationData data,
      InMemoryContacts contacts,
      InMemoryAgents agents,
      InMemoryContactEndpoints endpoints,
      IdSource ids) {
    this.ids = ids;
    this.unitOfWork = unitOfWork;
    this.data = data;
    this.contacts = contacts;
    this.agents = agents;
    this.endpoints = endpoints;
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork.alone(
        () -> {
          List<Owned<Waiting>> all = data.outbox().all();
          return all.stream()
              .filter(row -> !row.row().notBefore().isAfter(now) && isOldest(row, all))
              .sorted(Comparator.comparing(row -> row.row().notBefore()))
              .limit(most)
              .map(row -> lease(row, now.plus(lease)))
              .toList();
        });
  }

  private static boolean isOldest(Owned<Waiting> row, List<Owned<Waiting>> all) {
    return all.stream()
        .filter(other -> other.organization().equals(row.organization()))
        .filter(other -> other.row().conversation().equals(row.row().conversation()))
        .noneMatch(other -> isBefore(other.row().message(), row.row().message()));
  }

  private Leased lease(Owned<Waiting> row, Instant until) {
    Waiting waiting = row.row();
    put(row.organization(), waiting, until, waiting.attempts() + 1, waiting.code());
    return new Leased(row.organization(), waiting.message(), waiting.attempts() + 1);
  }

  @Override
  public Uni<Optional<Outgoing>> load(Transaction tx, MessageId id) {
    OrganizationId organization = tx.organization();
    return attempt(
        () ->
            data.outbox()
                .find(organization, id)
                .flatMap(
                    waiting ->
                        data.conversations()
                            .find(organization, waiting.conversation())
                            .filter(stored -> stored.conversation().anonymizedAt() == null)
                            .map(
                                stored -> outgoing(organization, waiting, stored.conversation()))));
  }

  private Outgoing outgoing(OrganizationId organization, Waiting waiting, Conversation within) {
    Message message = data.messages().find(organization, waiting.message()).orElseThrow();
    List<Message> before = before(organization, message);
    return new Outgoing(
        message,
        endpoint(organization, message, within),
        within.contactAddress(),
        contacts.find(organization, within.requester()).orElseThrow().name().display(),
        within.subject(),
        agentName(organization, message),
        before.reversed().stream()
            .filter(earlier -> earlier.direction() == Direction.INBOUND)
            .flatMap(earlier -> Stream.ofNullable(earlier.providerId()))
            .findFirst()
            .orElse(null),
        before.stream()
            .skip(Math.max(0, before.size() - REFERENCES))
            .flatMap(earlier -> Stream.ofNullable(earlier.providerId()))
            .toList(),
        waiting.queuedAt());
  }

  private List<Message> before(OrganizationId organization, Message message) {
    return data.messages().of(organization).stream()
        .filter(earlier -> earlier.conversation().equals(message.conversation()))
        .filter(earlier -> earlier.providerId() != null && isBefore(earlier.id(), message.id()))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private @Nullable ContactEndpointId endpoint(
      OrganizationId organization, Message message, Conversation within) {
    Envelope envelope = message.envelope();
    if (envelope == null || envelope.from() == null) {
      return within.endpoint();
    }
    return endpoints
        .withAddress(organization, within.channel().carrier(), envelope.from().email().value())
        .orElse(within.endpoint());
  }

  private @Nullable String agentName(OrganizationId organization, Message message) {
    return message.author() instanceof Author.ByAgent(var agent)
        ? agents.nameOf(organization, agent).orElse(null)
        : null;
  }

  @Override
  public Uni<Void> finish(Transaction tx, MessageId message) {
    return attempt(
        () -> {
          data.outbox().remove(tx.organization(), message);
        });
  }

  @Override
  public Uni<Void> postpone(
      Transaction tx, MessageId message, Instant notBefore, String code, boolean countsAsTry) {
    return attempt(
        () ->
            data.outbox()
                .find(tx.organization(), message)
                .ifPresent(
                    waiting ->
                        put(
                            tx.organization(),
                            waiting,
                            notBefore,
                            waiting.attempts() - (countsAsTry ? 0 : 1),
                            code)));
  }

  private void put(
      OrganizationId organization,
      Waiting waiting,
      Instant notBefore,
      int attempts,
      @Nullable String code) {
    data.outbox()
        .put(
            organization,
            waiting.message(),
            new Waiting(
                waiting.message(),
                waiting.conversation(),
                attempts,
                notBefore,
                waiting.queuedAt(),
                code));
  }

  @Override
  public Uni<Boolean> advance(Transaction tx, MessageId id, Delivery delivery, Instant at) {
    return attempt(
        () -> {
          Optional<Message> earlier =
              data.messages()
                  .find(tx.organization(), id)
                  .filter(message -> message.direction() == Direction.OUTBOUND)
                  .filter(message -> message.delivery().status().compareTo(delivery.status()) < 0);
          earlier.ifPresent(
              message -> {
                data.messages().put(tx.organization(), id, with(message, delivery));
                tell(tx, message, delivery, at);
              });
          return earlier.isPresent();
        });
  }

  private void tell(Transaction tx, Message message, Delivery delivery, Instant at) {
    UUID id = ids.next();
    EventType.of(delivery.status())
        .ifPresent(
            type ->
                data.events()
                    .put(
                        tx.organization(),
                        id,
                        new Told(
                            id,
                            null,
                            type,
                            message.conversation(),
                            null,
                            message.id().value(),
                            at)));
  }

  private static Message with(Message message, Delivery delivery) {
    return new Message(
        message.id(),
        message.conversation(),
        message.direction(),
        message.author(),
        message.content(),
        message.attachments(),
        message.externalId(),
        message.providerId(),
        message.envelope(),
        delivery,
        message.createdAt());
  }

  @Override
  public Uni<ConversationId> conversationOf(Transaction tx, MessageId id) {
    return attempt(
        () ->
            data.messages()
                .find(tx.organization(), id)
                .map(Message::conversation)
                .orElseThrow(() -> new DomainException(new ConversationError.MessageNotFound(id))));
  }

  @Override
  public Uni<Optional<Sent>> findByProviderIds(Transaction tx, Collection<String> providerIds) {
    return attempt(
        () ->
            data.messages().of(tx.organization()).stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .filter(message -> message.providerId() != null)
                .filter(message -> providerIds.contains(message.providerId()))
                .min(Comparator.comparing(message -> text(message.id())))
                .map(message -> new Sent(message.id(), message.conversation())));
  }

  private static boolean isBefore(MessageId one, MessageId other) {
    return text(one).compareTo(text(other)) < 0;
  }

  /** In the order of its bytes, which {@code UUID.compareTo} does not keep. */
  private static String text(MessageId id) {
    return id.value().toString();
  }
}
