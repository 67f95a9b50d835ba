package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.shared.Author;
import dev.parley.domain.tag.TagId;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a conversation. The activity log is the stored form of these; it
 * refers to texts (subject, notes, names) instead of copying them, so that anonymization finds
 * nothing in it.
 */
public sealed interface ConversationEvent {
  Instant at();

  Author by();

  record Started(Instant at, Author by) implements ConversationEvent {}

  record MessageAdded(Instant at, Author by, Message message) implements ConversationEvent {}

  record NoteAdded(Instant at, Author by, InternalNote note) implements ConversationEvent {}

  record TagAdded(Instant at, Author by, TagId tag) implements ConversationEvent {}

  record TagRemoved(Instant at, Author by, TagId tag) implements ConversationEvent {}

  record Queued(Instant at, Author by, QueueId queue) implements ConversationEvent {}

  record Offered(Instant at, Author by, QueueId queue, AgentId agent, Instant until)
      implements ConversationEvent {}

  record OfferAccepted(Instant at, Author by, AgentId agent) implements ConversationEvent {}

  record OfferTimedOut(Instant at, Author by, AgentId agent) implements ConversationEvent {}

  /**
   * @param from who held it before
   */
  record Claimed(Instant at, Author by, AgentId agent, Assignment from)
      implements ConversationEvent {}

  record Assigned(Instant at, Author by, AgentId agent) implements ConversationEvent {}

  record Unassigned(Instant at, Author by, AgentId agent) implements ConversationEvent {}

  record TransferInitiated(Instant at, Author by, QueueId queue) implements ConversationEvent {}

  record Transferred(Instant at, Author by, QueueId queue) implements ConversationEvent {}

  record FollowUpAdded(Instant at, Author by, Instant until) implements ConversationEvent {}

  /** Somebody came before its moment. */
  record FollowUpRemoved(Instant at, Author by) implements ConversationEvent {}

  record FollowUpExpired(Instant at, Author by) implements ConversationEvent {}

  /**
   * Nobody has to do anything for now.
   *
   * @param to pending or snoozed
   */
  record SetAside(Instant at, Author by, ConversationState to) implements ConversationEvent {}

  /** Pending or snoozed before, open again. */
  record Resumed(Instant at, Author by) implements ConversationEvent {}

  /** Settled before, open again. */
  record Reopened(Instant at, Author by) implements ConversationEvent {}

  record Closed(Instant at, Author by) implements ConversationEvent {}

  record RatingOffered(Instant at, Author by, Rating rating) implements ConversationEvent {}

  /**
   * @param rating with its answer
   */
  record Rated(Instant at, Author by, Rating rating) implements ConversationEvent {}

  record AttributesUpdated(Instant at, Author by, List<AttributeChange> changes)
      implements ConversationEvent {
    public AttributesUpdated {
      changes = List.copyOf(changes);
    }
  }

  /** It became a child. */
  record LinkedToParent(Instant at, Author by, ConversationLink link)
      implements ConversationEvent {}

  /** It became a parent. */
  record LinkedFromChild(Instant at, Author by, ConversationId child, ConversationLink.Type type)
      implements ConversationEvent {}

  /**
   * @param code a stable word without personal data; the provider's words are kept on the message
   */
  record DeliveryFailed(Instant at, Author by, MessageId message, String code)
      implements ConversationEvent {}

  record MessageRedacted(
      Instant at, Author by, MessageId message, boolean textRedacted, int deletedFiles)
      implements ConversationEvent {}

  record Anonymized(Instant at, Author by) implements ConversationEvent {}
}
