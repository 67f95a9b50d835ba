package dev.parley.application.conversation;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Recoverable;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The one state that the ports around conversations work on in memory. */
public final class InMemoryConversationData implements Recoverable {
  private final InMemoryRows<ConversationId, Stored> conversations = new InMemoryRows<>();
  private final InMemoryRows<MessageId, Message> messages = new InMemoryRows<>();
  private final InMemoryRows<NoteId, InternalNote> notes = new InMemoryRows<>();
  private final InMemoryRows<UUID, Logged> activity = new InMemoryRows<>();
  private final InMemoryRows<UUID, Told> events = new InMemoryRows<>();
  private final InMemoryRows<RatingId, Rated> ratings = new InMemoryRows<>();
  private final InMemoryRows<Place, Updated> updates = new InMemoryRows<>();
  private final InMemoryRows<MessageId, Waiting> outbox = new InMemoryRows<>();
  private final InMemoryRows<Member, Instant> given = new InMemoryRows<>();

  /** A conversation with its number. */
  public record Stored(long number, Conversation conversation) {}

  /**
   * An event in the log.
   *
   * @param event without the texts of its message or note, without the values of its attributes
   */
  public record Logged(
      ConversationId conversation, long sequence, UUID id, ConversationEvent event) {}

  /**
   * What clients are told of.
   *
   * @param position null until it has one
   * @param sequence of its entry in the log; null for a delivery
   */
  public record Told(
      UUID id,
      @Nullable Long position,
      EventType type,
      ConversationId conversation,
      @Nullable Long sequence,
      @Nullable UUID about,
      Instant at) {
    public Told at(long newPosition) {
      return new Told(id, newPosition, type, conversation, sequence, about, at);
    }
  }

  /** A rating of a conversation. */
  public record Rated(ConversationId conversation, Rating rating) {}

  /** An entry's place in the log. */
  public record Place(ConversationId conversation, long sequence) {}

  /** What an entry says about attributes. */
  public record Updated(Place place, List<AttributeChange> changes) {}

  /** A message in the outbox. */
  public record Waiting(
      MessageId message,
      ConversationId conversation,
      int attempts,
      Instant notBefore,
      Instant queuedAt,
      @Nullable String code) {}

  /** An agent in a queue. */
  public record Member(QueueId queue, AgentId agent) {}

  public InMemoryRows<ConversationId, Stored> conversations() {
    return conversations;
  }

  public InMemoryRows<MessageId, Message> messages() {
    return messages;
  }

  public InMemoryRows<NoteId, InternalNote> notes() {
    return notes;
  }

  public InMemoryRows<UUID, Logged> activity() {
    return activity;
  }

  public InMemoryRows<UUID, Told> events() {
    return events;
  }

  public InMemoryRows<RatingId, Rated> ratings() {
    return ratings;
  }

  /** Takes comments away. */
  public void forgetComments(OrganizationId organization, Predicate<Rated> which) {
    ratings.of(organization).stream()
        .filter(which)
        .forEach(
            rated ->
                ratings.put(
                    organization,
                    rated.rating().id(),
                    new Rated(rated.conversation(), withoutComment(rated.rating()))));
  }

  static Rating withoutComment(Rating rating) {
    Rating.Answer answer = rating.answer();
    return new Rating(
        rating.id(),
        rating.survey(),
        rating.question(),
        rating.user(),
        rating.agent(),
        rating.offeredAt(),
        answer == null ? null : new Rating.Answer(answer.score(), null, answer.at()));
  }

  InMemoryRows<Place, Updated> updates() {
    return updates;
  }

  /** Takes texts away from what the log says about attributes. */
  public void forgetFormerTexts(OrganizationId organization, ConversationId conversation) {
    updates.of(organization).stream()
        .filter(updated -> updated.place().conversation().equals(conversation))
        .forEach(
            updated ->
                updates.put(
                    organization,
                    updated.place(),
                    new Updated(
                        updated.place(),
                        updated.changes().stream()
                            .map(InMemoryConversationData::withoutText)
                            .toList())));
  }

  private static AttributeChange withoutText(AttributeChange change) {
    return change.value() instanceof AttributeValue.Written
        ? new AttributeChange(change.attribute(), null)
        : change;
  }

  public InMemoryRows<MessageId, Waiting> outbox() {
    return outbox;
  }

  InMemoryRows<Member, Instant> given() {
    return given;
  }

  /** The events of a conversation in their order. */
  public List<ConversationEvent> events(OrganizationId organization, ConversationId conversation) {
    return activity.of(organization).stream()
        .filter(logged -> logged.conversation().equals(conversation))
        .map(Logged::event)
        .toList();
  }

  /** Takes away what names anybody in a message. */
  public void empty(OrganizationId organization, MessageId id) {
    messages
        .find(organization, id)
        .ifPresent(message -> messages.put(organization, id, emptied(message)));
  }

  /** A message without what names anybody. */
  public static Message emptied(Message message) {
    return new Message(
        message.id(),
        message.conversation(),
        message.direction(),
        message.author(),
        null,
        List.of(),
        null,
        null,
        null,
        new Delivery(message.delivery().status(), null),
        message.createdAt());
  }

  /** All there is. */
  public Map<String, Object> everything() {
    return Map.of(
        "conversations", conversations.all(),
        "messages", messages.all(),
        "notes", notes.all(),
        "activity", activity.all(),
        "events", events.all(),
        "updates", updates.all(),
        "ratings", ratings.all(),
        "outbox", outbox.all());
  }

  @Override
  public Runnable mark() {
    List<Runnable> marks =
        List.of(
            conversations.mark(),
            messages.mark(),
            notes.mark(),
            activity.mark(),
            events.mark(),
            updates.mark(),
            ratings.mark(),
            outbox.mark(),
            given.mark());
    return () -> marks.forEach(Runnable::run);
  }
}
