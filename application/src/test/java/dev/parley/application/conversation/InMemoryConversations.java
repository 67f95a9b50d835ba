package dev.parley.application.conversation;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData.Logged;
import dev.parley.application.conversation.InMemoryConversationData.Place;
import dev.parley.application.conversation.InMemoryConversationData.Rated;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.conversation.InMemoryConversationData.Told;
import dev.parley.application.conversation.InMemoryConversationData.Updated;
import dev.parley.application.conversation.InMemoryConversationData.Waiting;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryTransaction;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations of all organizations. */
public final class InMemoryConversations implements Conversations {
  private final InMemoryConversationData data;
  private final InMemoryNumbers numbers;
  private final InMemoryContacts contacts;
  private final InMemoryContactEndpoints endpoints;
  private final InMemoryAttributeValues attributes;
  private final IdSource ids;

  public InMemoryConversations(
      InMemoryConversationData data,
      InMemoryNumbers numbers,
      InMemoryContacts contacts,
      InMemoryContactEndpoints endpoints,
      InMemoryAttributeValues attributes,
      IdSource ids) {
    this.data = data;
    this.numbers = numbers;
    this.contacts = contacts;
    this.endpoints = endpoints;
    this.attributes = attributes;
    this.ids = ids;
  }

  @Override
  public Uni<Conversation> get(Transaction tx, long number) {
    return attempt(() -> require(tx, number));
  }

  private Conversation require(Transaction tx, long number) {
    return numbered(tx, number)
        .orElseThrow(() -> new DomainException(new ConversationError.ConversationNotFound()));
  }

  @Override
  public Uni<Family> family(Transaction tx, long child, long parent) {
    return attempt(
        () -> {
          Conversation one = require(tx, child);
          Conversation other = require(tx, parent);
          return new Family(one, other, childrenOf(tx, one), childrenOf(tx, other));
        });
  }

  private long childrenOf(Transaction tx, Conversation parent) {
    return data.conversations().of(tx.organization()).stream()
        .map(stored -> stored.conversation().link())
        .filter(link -> link != null && link.parent().equals(parent.id()))
        .count();
  }

  @Override
  public Uni<Optional<Conversation>> find(Transaction tx, ConversationId id) {
    return attempt(
        () -> data.conversations().find(tx.organization(), id).map(Stored::conversation));
  }

  @Override
  public Uni<Surroundings> surroundings(Transaction tx, long number) {
    return attempt(
        () ->
            numbered(tx, number)
                .map(conversation -> surroundings(tx.organization(), conversation))
                .orElseGet(() -> new Surroundings(null, null, false)));
  }

  private Surroundings surroundings(OrganizationId organization, Conversation conversation) {
    Contact requester = contacts.find(organization, conversation.requester()).orElseThrow();
    EmailAddress email = requester.emails().isEmpty() ? null : requester.emails().getFirst();
    return new Surroundings(
        endpoints.addressOf(organization, conversation.endpoint()), email, requester.blocked());
  }

  @Override
  public Uni<List<Candidate>> candidates(
      Transaction tx,
      Collection<ConversationId> named,
      Collection<String> providerIds,
      EmailAddress sender) {
    return attempt(
        () ->
            data.conversations().of(tx.organization()).stream()
                .map(Stored::conversation)
                .map(
                    conversation ->
                        new Candidate(
                            conversation,
                            referredTo(tx, conversation.id(), providerIds),
                            tookPart(tx, conversation.id(), sender)))
                .filter(
                    candidate ->
                        named.contains(candidate.conversation().id())
                            || !candidate.providerIds().isEmpty())
                .toList());
  }

  private Set<String> referredTo(
      Transaction tx, ConversationId conversation, Collection<String> providerIds) {
    return messagesIn(tx, conversation)
        .flatMap(message -> Stream.ofNullable(message.providerId()))
        .filter(providerIds::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean tookPart(Transaction tx, ConversationId conversation, EmailAddress sender) {
    Optional<Author> author =
        contacts.byEmail(tx.organization(), sender).map(c -> new Author.ByContact(c.id()));
    return messagesIn(tx, conversation)
        .anyMatch(
            message ->
                author.filter(message.author()::equals).isPresent() && isOfParticipant(message));
  }

  private Stream<Message> messagesIn(Transaction tx, ConversationId conversation) {
    return data.messages().of(tx.organization()).stream()
        .filter(message -> message.conversation().equals(conversation));
  }

  private static boolean isOfParticipant(Message message) {
    Envelope envelope = message.envelope();
    return envelope != null && envelope.sender() == Envelope.Sender.PARTICIPANT;
  }

  @Override
  public Uni<Long> create(Transaction tx, Decision<Conversation, ConversationEvent> decision) {
    return attempt(
        () -> {
          requireNew(tx, decision.state().source());
          long number = numbers.next(tx.organization(), "conversations");
          store(tx, number, decision);
          return number;
        });
  }

  @Override
  public Uni<Void> save(Transaction tx, Decision<Conversation, ConversationEvent> decision) {
    return attempt(
        () -> {
          if (!decision.isUnchanged()) {
            Stored present =
                data.conversations()
                    .find(tx.organization(), decision.state().id())
                    .filter(stored -> isBasisOf(stored.conversation(), decision))
                    .orElseThrow(() -> new DomainException(new SharedError.ConcurrentChange()));
            store(tx, present.number(), decision);
          }
        });
  }

  private static boolean isBasisOf(
      Conversation stored, Decision<Conversation, ConversationEvent> decision) {
    return stored.version() == decision.state().version() - decision.events().size();
  }

  private void store(
      Transaction tx, long number, Decision<Conversation, ConversationEvent> decision) {
    Conversation conversation = decision.state();
    data.conversations()
        .put(tx.organization(), conversation.id(), new Stored(number, conversation));
    long sequence = conversation.version() - decision.events().size();
    for (ConversationEvent event : decision.events()) {
      sequence++;
      UUID id = ids.next();
      store(tx, conversation.id(), sequence, id, event);
      tell(tx, conversation, sequence, id, event);
    }
  }

  private void tell(
      Transaction tx, Conversation conversation, long sequence, UUID entry, ConversationEvent e) {
    UUID id = entry;
    for (EventType type : EventType.of(e, conversation)) {
      data.events()
          .put(
              tx.organization(),
              id,
              new Told(id, null, type, conversation.id(), sequence, about(e), e.at()));
      id = ids.next();
    }
  }

  private static @Nullable UUID about(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.MessageAdded e -> e.message().id().value();
      case ConversationEvent.NoteAdded e -> e.note().id().value();
      case ConversationEvent.TagAdded e -> e.tag().value();
      case ConversationEvent.TagRemoved e -> e.tag().value();
      case ConversationEvent.Rated e -> e.rating().id().value();
      case ConversationEvent.Queued e -> e.queue().value();
      case ConversationEvent.Assigned e -> e.agent().value();
      case ConversationEvent.Unassigned e -> e.agent().value();
      case ConversationEvent.Transferred e -> e.queue().value();
      default -> null;
    };
  }

  private void store(
      Transaction tx,
      ConversationId conversation,
      long sequence,
      UUID id,
      ConversationEvent event) {
    ConversationEvent logged = event;
    switch (event) {
      case ConversationEvent.MessageAdded(var at, var by, Message message) -> {
        add(tx, message);
        logged =
            new ConversationEvent.MessageAdded(at, by, InMemoryConversationData.emptied(message));
      }
      case ConversationEvent.NoteAdded(var at, var by, InternalNote note) -> {
        data.notes().put(tx.organization(), note.id(), note);
        logged = new ConversationEvent.NoteAdded(at, by, withoutText(note));
      }
      case ConversationEvent.RatingOffered e ->
          data.ratings()
              .put(tx.organization(), e.rating().id(), new Rated(conversation, e.rating()));
      case ConversationEvent.Rated(var at, var by, Rating rating) -> {
        data.ratings().put(tx.organization(), rating.id(), new Rated(conversation, rating));
        logged =
            new ConversationEvent.Rated(at, by, InMemoryConversationData.withoutComment(rating));
      }
      case ConversationEvent.AttributesUpdated(var at, var by, var changes) -> {
        attributes.save(tx.organization(), conversation.value(), changes);
        Place place = new Place(conversation, sequence);
        data.updates().put(tx.organization(), place, new Updated(place, changes));
        logged = new ConversationEvent.AttributesUpdated(at, by, List.of());
      }
      default -> {}
    }
    Logged entry = new Logged(conversation, sequence, id, logged);
    data.activity().put(tx.organization(), entry.id(), entry);
  }

  private void requireNew(Transaction tx, @Nullable Source source) {
    if (source != null
        && source.externalId() != null
        && data.conversations()
            .any(tx.organization(), other -> source.equals(other.conversation().source()))) {
      throw InMemoryTransaction.refused(tx, new ConversationError.DuplicateExternalId());
    }
  }

  private void add(Transaction tx, Message message) {
    String externalId = message.externalId();
    if (externalId != null
        && data.messages().any(tx.organization(), other -> externalId.equals(other.externalId()))) {
      throw InMemoryTransaction.refused(tx, new ConversationError.DuplicateExternalId());
    }
    data.messages().put(tx.organization(), message.id(), message);
    if (message.delivery().status() == Delivery.Status.PENDING) {
      data.outbox()
          .put(
              tx.organization(),
              message.id(),
              new Waiting(
                  message.id(),
                  message.conversation(),
                  0,
                  message.createdAt(),
                  message.createdAt(),
                  null));
    }
  }

  private static InternalNote withoutText(InternalNote note) {
    return new InternalNote(
        note.id(), note.conversation(), note.author(), "(in the note itself)", note.createdAt());
  }

  private Optional<Conversation> numbered(Transaction tx, long number) {
    return data.conversations().of(tx.organization()).stream()
        .filter(stored -> stored.number() == number)
        .map(Stored::conversation)
        .findFirst();
  }
}
