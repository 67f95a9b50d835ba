package dev.parley.application.event;

import dev.parley.domain.agent.Role;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with the words that it is told with, as the store has them now: what has been anonymized
 * since has none.
 *
 * @param by who did it; null for what the system found out by itself
 */
public record Event(
    UUID id,
    long position,
    EventType type,
    Instant at,
    Organization organization,
    Subject conversation,
    @Nullable Person by,
    Detail detail) {

  /**
   * The conversation, as it is now.
   *
   * @param contactPoint the address of ours it came in by, or its id where it has no address
   */
  public record Subject(
      long number,
      Channel channel,
      ConversationState state,
      Direction direction,
      @Nullable QueueName queue,
      @Nullable String contactPoint,
      Person requester,
      @Nullable Person assignee,
      @Nullable String subject,
      List<String> tags,
      Instant createdAt) {
    public Subject {
      tags = List.copyOf(tags);
    }
  }

  /** A queue and what it is called. */
  public record QueueName(UUID id, String name) {}

  /**
   * Somebody, as known now.
   *
   * @param roles of an agent
   */
  public record Person(
      Author author,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      Set<Role> roles) {
    public Person {
      roles = Set.copyOf(roles);
    }
  }

  /** What the event is about besides the conversation. */
  public sealed interface Detail {
    record None() implements Detail {}

    record OfMessage(Message message, Person author) implements Detail {}

    /** Who had set the conversation aside. */
    record PendingBy(Person agent) implements Detail {}

    /** The note is gone when the conversation has been anonymized. */
    record OfNote(NoteId id, @Nullable String text, @Nullable Instant createdAt)
        implements Detail {}

    /**
     * @param name empty when the tag has been deleted
     */
    record OfTag(UUID id, String name) implements Detail {}

    /** The comment is gone when it has been anonymized. */
    record OfRating(int score, @Nullable String comment) implements Detail {}

    /** Texts are gone when they have been anonymized. */
    record OfAttributes(List<AttributeChange> changes) implements Detail {
      public OfAttributes {
        changes = List.copyOf(changes);
      }
    }
  }
}
