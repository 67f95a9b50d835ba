package dev.parley.application.event;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Logged;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.conversation.InMemoryConversationData.Told;
import dev.parley.application.event.Event.Detail;
import dev.parley.application.event.Event.Person;
import dev.parley.application.event.Event.QueueName;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.shared.Transaction;
import dev.parley.application.tag.InMemoryTags;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up the words of events. */
public final class InMemoryEventReader implements EventReader {
  private final InMemoryConversationData data;
  private final InMemoryContacts contacts;
  private final InMemoryAgents agents;
  private final InMemoryQueues queues;
  private final InMemoryTags tags;
  private final InMemoryContactEndpoints endpoints;

  public InMemoryEventReader(
      InMemoryConversationData data,
      InMemoryContacts contacts,
      InMemoryAgents agents,
      InMemoryQueues queues,
      InMemoryTags tags,
      InMemoryContactEndpoints endpoints) {
    this.data = data;
    this.contacts = contacts;
    this.agents = agents;
    this.queues = queues;
    this.tags = tags;
    this.endpoints = endpoints;
  }

  @Override
  public Uni<List<Event>> after(Transaction tx, long position, int most) {
    return attempt(
        () ->
            data.events().of(tx.organization()).stream()
                .filter(told -> place(told) > position)
                .sorted(Comparator.comparingLong(InMemoryEventReader::place))
                .limit(most)
                .map(told -> event(tx.organization(), told))
                .toList());
  }

  @Override
  public Uni<Optional<Event>> find(Transaction tx, UUID event) {
    return attempt(
        () ->
            data.events()
                .find(tx.organization(), event)
                .filter(told -> place(told) > 0)
                .map(told -> event(tx.organization(), told)));
  }

  @Override
  public Uni<Void> lock(Transaction tx, UUID event) {
    return Uni.createFrom().voidItem();
  }

  private static long place(Told told) {
    return told.position() == null ? 0 : told.position();
  }

  private Event event(OrganizationId in, Told told) {
    Stored stored = data.conversations().find(in, told.conversation()).orElseThrow();
    return new Event(
        told.id(),
        place(told),
        told.type(),
        told.at(),
        new Organization(in, new UUID(1, in.number()), "Test"),
        subject(in, stored),
        cause(in, told).map(event -> person(in, event.by())).orElse(null),
        detail(in, told));
  }

  private Event.Subject subject(OrganizationId in, Stored stored) {
    Conversation c = stored.conversation();
    return new Event.Subject(
        stored.number(),
        c.channel(),
        c.state(),
        c.direction(),
        queue(in, c.lastQueue()),
        endpoints.addressOf(in, c.endpoint()),
        Objects.requireNonNull(person(in, new Author.ByContact(c.requester()))),
        c.assignment().holder().map(agent -> person(in, new Author.ByAgent(agent))).orElse(null),
        c.subject(),
        c.tags().stream().map(tag -> name(in, tag)).sorted().toList(),
        c.createdAt());
  }

  private @Nullable QueueName queue(OrganizationId in, @Nullable QueuePlace place) {
    if (place == null) {
      return null;
    }
    QueueId id = place.queue();
    return new QueueName(
        id.value(), queues.find(in, id).map(details -> details.queue().name()).orElse(""));
  }

  private Detail detail(OrganizationId in, Told told) {
    UUID about = told.about() == null ? new UUID(0, 0) : told.about();
    Optional<Message> message = data.messages().find(in, new MessageId(about));
    if (message.isPresent()) {
      return new Detail.OfMessage(
          message.get(), Objects.requireNonNull(person(in, message.get().author())));
    }
    return switch (told.type()) {
      case CONVERSATION_NOTE_ADDED -> {
        Optional<InternalNote> note = data.notes().find(in, new NoteId(about));
        yield new Detail.OfNote(
            new NoteId(about),
            note.map(InternalNote::text).orElse(null),
            note.map(InternalNote::createdAt).orElse(null));
      }
      case CONVERSATION_TAG_ADDED, CONVERSATION_TAG_REMOVED ->
          new Detail.OfTag(about, name(in, new TagId(about)));
      case CONVERSATION_RATED ->
          data.ratings()
              .find(in, new RatingId(about))
              .map(rated -> rated.rating().answer())
              .<Detail>map(answer -> new Detail.OfRating(answer.score(), answer.comment()))
              .orElseGet(Detail.None::new);
      case CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED ->
          new Detail.OfAttributes(
              cause(in, told)
                  .map(ConversationEvent.AttributesUpdated.class::cast)
                  .map(ConversationEvent.AttributesUpdated::changes)
                  .orElse(List.of()));
      case CONVERSATION_PENDING_EXPIRED -> pendingBy(in, told);
      default -> new Detail.None();
    };
  }

  private Detail pendingBy(OrganizationId in, Told told) {
    long before = told.sequence() == null ? 0 : told.sequence();
    return data.activity().of(in).stream()
        .filter(logged -> logged.conversation().equals(told.conversation()))
        .filter(logged -> logged.sequence() < before)
        .filter(logged -> logged.event() instanceof ConversationEvent.SetAside)
        .max(Comparator.comparingLong(Logged::sequence))
        .map(logged -> person(in, logged.event().by()))
        .<Detail>map(Detail.PendingBy::new)
        .orElseGet(Detail.None::new);
  }

  private Optional<ConversationEvent> cause(OrganizationId in, Told told) {
    return data.activity().of(in).stream()
        .filter(logged -> logged.conversation().equals(told.conversation()))
        .filter(logged -> Objects.equals(logged.sequence(), told.sequence()))
        .map(Logged::event)
        .findFirst();
  }

  private @Nullable Person person(OrganizationId in, Author author) {
    return switch (author) {
      case Author.ByAgent(var id) -> {
        Optional<Agent> agent = agents.find(in, id);
        yield agent
            .map(
                a ->
                    new Person(
                        author, a.displayName(), a.email().value(), a.phoneNumber(), a.roles()))
            .orElse(null);
      }
      case Author.ByContact(var id) -> {
        Contact contact = contacts.find(in, id).orElseThrow();
        yield new Person(
            author,
            contact.name().display(),
            contact.emails().isEmpty() ? null : contact.emails().getFirst().value(),
            contact.phoneNumbers().isEmpty() ? null : contact.phoneNumbers().getFirst(),
            Set.of());
      }
      case Author.BySystem _ -> null;
    };
  }

  private String name(OrganizationId in, TagId id) {
    return tags.find(in, id).map(Tag::name).orElse("");
  }
}
