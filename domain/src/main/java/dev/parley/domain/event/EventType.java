package dev.parley.domain.event;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * What clients can be told of. The constants are on disk: never rename one. Those that nothing here
 * causes may be subscribed to and never come.
 */
public enum EventType {
  CONVERSATION_CREATED,
  CONVERSATION_OPEN,
  CONVERSATION_PENDING,
  CONVERSATION_PENDING_EXPIRED,
  CONVERSATION_CLOSED,
  /** Closed while no agent held it. */
  CONVERSATION_ABANDONED,
  CONVERSATION_ENQUEUED,
  CONVERSATION_ASSIGNED,
  CONVERSATION_UNASSIGNED,
  CONVERSATION_TRANSFERRED,
  CONVERSATION_MESSAGE_ADDED,
  CONVERSATION_NOTE_ADDED,
  CONVERSATION_TAG_ADDED,
  CONVERSATION_TAG_REMOVED,
  CONVERSATION_RATED,
  CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED,
  CONVERSATION_END_USER_REPLACED,
  CONVERSATION_MESSAGE_DELIVERY_SENT,
  CONVERSATION_MESSAGE_DELIVERY_DELIVERED,
  CONVERSATION_MESSAGE_DELIVERY_SEEN,
  CONVERSATION_MESSAGE_DELIVERY_FAILED,
  /** Handed over, but the answer was lost. */
  CONVERSATION_MESSAGE_DELIVERY_INFO,
  CONVERSATION_MESSAGE_DELIVERY_SPAM_COMPLAINT,
  AGENT_BANNED_ENDUSER,
  AGENT_UNBANNED_ENDUSER,
  AGENT_BANNED_IP,
  AGENT_UNBANNED_IP,
  TYPING_STARTED,
  SLA_EVALUATION_PENDING,
  SLA_EVALUATION_ACHIEVED,
  SLA_EVALUATION_BREACHED,
  SLA_EVALUATION_VOIDED;

  /**
   * What clients are told when this has happened, in order; nothing about what only matters inside.
   *
   * @param after the conversation as the whole decision left it
   */
  public static List<EventType> of(ConversationEvent event, Conversation after) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(CONVERSATION_CREATED);
      case ConversationEvent.MessageAdded _ -> List.of(CONVERSATION_MESSAGE_ADDED);
      case ConversationEvent.NoteAdded _ -> List.of(CONVERSATION_NOTE_ADDED);
      case ConversationEvent.TagAdded _ -> List.of(CONVERSATION_TAG_ADDED);
      case ConversationEvent.TagRemoved _ -> List.of(CONVERSATION_TAG_REMOVED);
      case ConversationEvent.Rated _ -> List.of(CONVERSATION_RATED);
      case ConversationEvent.AttributesUpdated _ -> List.of(CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED);
      case ConversationEvent.Queued _ -> List.of(CONVERSATION_ENQUEUED);
      case ConversationEvent.Assigned _ -> List.of(CONVERSATION_ASSIGNED);
      case ConversationEvent.Unassigned _ -> List.of(CONVERSATION_UNASSIGNED);
      case ConversationEvent.Transferred _ -> List.of(CONVERSATION_TRANSFERRED);
      case ConversationEvent.SetAside _ -> List.of(CONVERSATION_PENDING);
      case ConversationEvent.FollowUpExpired _ -> List.of(CONVERSATION_PENDING_EXPIRED);
      case ConversationEvent.Resumed _, ConversationEvent.Reopened _ -> List.of(CONVERSATION_OPEN);
      case ConversationEvent.Closed _ ->
          after.assignment().holder().isPresent()
              ? List.of(CONVERSATION_CLOSED)
              : List.of(CONVERSATION_CLOSED, CONVERSATION_ABANDONED);
      // A failed delivery is told of by the message's own status, see below.
      case ConversationEvent.DeliveryFailed _,
          ConversationEvent.Offered _,
          ConversationEvent.OfferAccepted _,
          ConversationEvent.OfferTimedOut _,
          ConversationEvent.Claimed _,
          ConversationEvent.TransferInitiated _,
          ConversationEvent.FollowUpAdded _,
          ConversationEvent.FollowUpRemoved _,
          ConversationEvent.RatingOffered _,
          ConversationEvent.LinkedToParent _,
          ConversationEvent.LinkedFromChild _,
          ConversationEvent.MessageRedacted _,
          ConversationEvent.Anonymized _ ->
          List.of();
    };
  }

  /** What clients are told when a message's delivery has come this far. */
  public static Optional<EventType> of(Delivery.Status status) {
    return switch (status) {
      case SENT -> Optional.of(CONVERSATION_MESSAGE_DELIVERY_SENT);
      case DELIVERED -> Optional.of(CONVERSATION_MESSAGE_DELIVERY_DELIVERED);
      case READ -> Optional.of(CONVERSATION_MESSAGE_DELIVERY_SEEN);
      case FAILED -> Optional.of(CONVERSATION_MESSAGE_DELIVERY_FAILED);
      case UNKNOWN -> Optional.of(CONVERSATION_MESSAGE_DELIVERY_INFO);
      case PENDING, NOT_APPLICABLE -> Optional.empty();
    };
  }
}
