package dev.parley.application.conversation;

import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundEvent.Delivered;
import dev.parley.application.channel.InboundEvent.DeliveryFailed;
import dev.parley.application.channel.InboundEvent.Ignored;
import dev.parley.application.channel.InboundEvent.MessageReceived;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.contact.Contacts;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public final class ReceiveEventHandler implements ReceiveEvent {
  private final UnitOfWork unitOfWork;
  private final Arrivals arrivals;
  private final Conversations conversations;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final Queues queues;
  private final StoreFiles files;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;
  private final FindThread findThread;

  public ReceiveEventHandler(
      UnitOfWork unitOfWork,
      Arrivals arrivals,
      Conversations conversations,
      Deliveries deliveries,
      Contacts contacts,
      Queues queues,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    this.unitOfWork = unitOfWork;
    this.arrivals = arrivals;
    this.conversations = conversations;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.queues = queues;
    this.files = files;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
    this.findThread = new FindThread(conversations);
  }

  @Override
  public Uni<Outcome> handle(RawInbound raw, ContactEndpoint endpoint, InboundEvent event) {
    return switch (event) {
      case MessageReceived received -> receive(raw, endpoint, received);
      case DeliveryFailed failed -> apply(raw, endpoint, failed);
      case Delivered delivered -> apply(raw, endpoint, delivered);
      case Ignored _ -> Uni.createFrom().item(Outcome.IGNORED);
    };
  }

  /**
   * The message takes the id of what arrived, and its files' keys follow from that id: work that is
   * repeated after a crash overwrites its own files instead of leaving strays.
   */
  private Uni<Outcome> receive(RawInbound raw, ContactEndpoint endpoint, MessageReceived event) {
    return files
        .store(
            raw.organization(),
            raw.id(),
            event.files(),
            stored ->
                unitOfWork
                    .inTransaction(
                        raw.organization(), tx -> receive(tx, raw, endpoint, event, stored))
                    .replaceWith(Outcome.APPLIED)
                    .onFailure(Repeated.class)
                    .recoverWithUni(
                        failure ->
                            removeUnused(raw, stored, failure).replaceWith(Outcome.REPEATED)))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  /**
   * The event came before: what was loaded along with that answer, a new contact even, is undone.
   */
  private static final class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UUID earlier;

    Repeated(UUID earlier) {
      super("understood before", null, false, false);
      this.earlier = earlier;
    }
  }

  /** Files of an arrival that another worker has made a message of belong to that message. */
  private Uni<Void> removeUnused(RawInbound raw, List<Attachment> stored, Repeated repeated) {
    return repeated.earlier.equals(raw.id())
        ? Uni.createFrom().voidItem()
        : files.remove(raw.organization(), stored);
  }

  /** Loads share one round trip. The contact comes before the conversations, which are locked. */
  private Uni<Void> receive(
      Transaction tx,
      RawInbound raw,
      ContactEndpoint endpoint,
      MessageReceived event,
      List<Attachment> stored) {
    Uni<Optional<UUID>> recorded = arrivals.record(tx, raw.endpoint(), event.dedupeKey(), raw.id());
    Uni<Contact> sender =
        contacts.findOrCreate(
            tx,
            event.from().email(),
            event.from().name(),
            new ContactId(ids.next()),
            raw.receivedAt());
    Uni<List<Conversations.Candidate>> candidates =
        findThread.candidates(tx, event.thread(), event.from().email());
    Uni<QueueId> fallback = queues.defaultQueue(tx);
    return recorded.chain(
        earlier ->
            earlier.isPresent()
                ? Uni.createFrom().failure(new Repeated(earlier.get()))
                : Loads.then(
                    sender,
                    candidates,
                    fallback,
                    (contact, found, queue) ->
                        FindThread.among(found, event.thread(), contact)
                            .map(thread -> append(tx, raw, event, stored, contact, thread, queue))
                            .orElseGet(
                                () -> begin(tx, raw, endpoint, event, stored, contact, queue))));
  }

  private Uni<Void> append(
      Transaction tx,
      RawInbound raw,
      MessageReceived event,
      List<Attachment> stored,
      Contact contact,
      FindThread.Match thread,
      QueueId fallback) {
    Conversation conversation = thread.conversation();
    Message message = message(raw, event, stored, contact, conversation.id(), thread.sender());
    Uni<Void> saved =
        conversations.save(tx, conversation.add(message, contact.blocked(), fallback));
    return settled(tx, raw, saved, conversation.id());
  }

  private Uni<Void> begin(
      Transaction tx,
      RawInbound raw,
      ContactEndpoint endpoint,
      MessageReceived event,
      List<Attachment> stored,
      Contact contact,
      QueueId fallback) {
    ConversationId id = new ConversationId(ids.next());
    Conversation.Beginning beginning =
        new Conversation.Beginning(
            id,
            contact.id(),
            endpoint.channel(),
            Direction.INBOUND,
            endpoint.id(),
            event.from().email().value(),
            shortened(event.subject()),
            null,
            raw.receivedAt());
    Decision<Conversation, ConversationEvent> decision =
        Conversation.startInbound(
            beginning,
            message(raw, event, stored, contact, id, Envelope.Sender.PARTICIPANT),
            endpoint.queue() == null ? fallback : endpoint.queue());
    return settled(tx, raw, conversations.create(tx, decision), id);
  }

  /** In the round trip of the statement that has just been sent. */
  private Uni<Void> settled(
      Transaction tx, RawInbound raw, Uni<?> saved, ConversationId conversation) {
    return Loads.then(
        saved,
        arrivals.settle(tx.closing(), raw.id(), conversation),
        (_, _) -> Uni.createFrom().voidItem());
  }

  private static Message message(
      RawInbound raw,
      MessageReceived event,
      List<Attachment> stored,
      Contact contact,
      ConversationId conversation,
      Envelope.Sender sender) {
    return new Message(
        new MessageId(raw.id()),
        conversation,
        Direction.INBOUND,
        new Author.ByContact(contact.id()),
        event.content(),
        stored,
        null,
        event.providerId(),
        new Envelope(
            event.from(),
            event.to(),
            event.cc(),
            List.of(),
            shortened(event.subject()),
            event.automatic(),
            sender,
            RawInbound.key(raw.id()),
            event.quotedHistory()),
        Delivery.NOT_APPLICABLE,
        raw.receivedAt());
  }

  private static @Nullable String shortened(@Nullable String subject) {
    return subject == null || subject.length() <= Conversation.SUBJECT_MAX
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, Conversation.SUBJECT_MAX / 2));
  }

  private Uni<Outcome> apply(RawInbound raw, ContactEndpoint endpoint, DeliveryFailed event) {
    return unitOfWork.inTransaction(
        raw.organization(),
        tx ->
            once(
                tx,
                raw,
                endpoint,
                event,
                deliveries.findByProviderIds(tx, event.providerIds()),
                sent -> fail(tx, sent, event)));
  }

  private Uni<Void> fail(Transaction tx, Deliveries.Sent sent, DeliveryFailed event) {
    return conversations
        .find(tx, sent.conversation())
        .chain(
            found ->
                found.isEmpty() || found.get().anonymizedAt() != null
                    ? Uni.createFrom().voidItem()
                    : fail(tx, sent, found.get(), event));
  }

  private Uni<Void> fail(
      Transaction tx, Deliveries.Sent sent, Conversation conversation, DeliveryFailed event) {
    return deliveries
        .advance(
            tx,
            sent.message(),
            new Delivery(Delivery.Status.FAILED, event.reason()),
            clock.instant())
        .chain(
            isNews ->
                isNews
                    ? conversations.save(
                        tx,
                        conversation.deliveryFailed(sent.message(), event.code(), clock.instant()))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Outcome> apply(RawInbound raw, ContactEndpoint endpoint, Delivered event) {
    return unitOfWork.inTransaction(
        raw.organization(),
        tx ->
            once(
                tx,
                raw,
                endpoint,
                event,
                deliveries.findByProviderIds(tx, event.providerIds()),
                sent ->
                    deliveries
                        .advance(
                            tx,
                            sent.message(),
                            new Delivery(Delivery.Status.DELIVERED, null),
                            clock.instant())
                        .replaceWithVoid()));
  }

  private Uni<Outcome> once(
      Transaction tx,
      RawInbound raw,
      ContactEndpoint endpoint,
      InboundEvent event,
      Uni<Optional<Deliveries.Sent>> ours,
      Function<Deliveries.Sent, Uni<Void>> effect) {
    Uni<Optional<UUID>> recorded = arrivals.record(tx, endpoint.id(), event.dedupeKey(), raw.id());
    return Loads.then(
        ours,
        recorded,
        (sent, earlier) -> {
          if (earlier.isPresent()) {
            return Uni.createFrom().item(Outcome.REPEATED);
          }
          if (sent.isEmpty()) {
            return Uni.createFrom().item(Outcome.IGNORED);
          }
          return effect
              .apply(sent.get())
              .chain(() -> arrivals.settle(tx, raw.id(), sent.get().conversation()))
              .replaceWith(Outcome.APPLIED);
        });
  }
}
