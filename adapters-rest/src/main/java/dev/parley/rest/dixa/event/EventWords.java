package dev.parley.rest.dixa.event;

import dev.parley.domain.event.EventType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Dixa calls events where subscriptions name them. */
public final class EventWords {
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toUnmodifiableMap(EventWords::of, Function.identity()));

  private EventWords() {}

  public static Optional<EventType> type(String word) {
    return Optional.ofNullable(TYPES.get(word));
  }

  public static String of(EventType type) {
    return switch (type) {
      case CONVERSATION_CREATED -> "ConversationCreated";
      case CONVERSATION_OPEN -> "ConversationOpen";
      case CONVERSATION_PENDING -> "ConversationPending";
      case CONVERSATION_PENDING_EXPIRED -> "ConversationPendingExpired";
      case CONVERSATION_CLOSED -> "ConversationClosed";
      case CONVERSATION_ABANDONED -> "ConversationAbandoned";
      case CONVERSATION_ENQUEUED -> "ConversationEnqueued";
      case CONVERSATION_ASSIGNED -> "ConversationAssigned";
      case CONVERSATION_UNASSIGNED -> "ConversationUnassigned";
      case CONVERSATION_TRANSFERRED -> "ConversationTransferred";
      case CONVERSATION_MESSAGE_ADDED -> "ConversationMessageAdded";
      case CONVERSATION_NOTE_ADDED -> "ConversationNoteAdded";
      case CONVERSATION_TAG_ADDED -> "ConversationTagAdded";
      case CONVERSATION_TAG_REMOVED -> "ConversationTagRemoved";
      case CONVERSATION_RATED -> "ConversationRated";
      case CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED -> "ConversationCustomAttributeUpdated";
      case CONVERSATION_END_USER_REPLACED -> "ConversationEndUserReplaced";
      case CONVERSATION_MESSAGE_DELIVERY_SENT -> "ConversationMessageDeliverySent";
      case CONVERSATION_MESSAGE_DELIVERY_DELIVERED -> "ConversationMessageDeliveryDelivered";
      case CONVERSATION_MESSAGE_DELIVERY_SEEN -> "ConversationMessageDeliverySeen";
      case CONVERSATION_MESSAGE_DELIVERY_FAILED -> "ConversationMessageDeliveryFailed";
      case CONVERSATION_MESSAGE_DELIVERY_INFO -> "ConversationMessageDeliveryInfo";
      case CONVERSATION_MESSAGE_DELIVERY_SPAM_COMPLAINT ->
          "ConversationMessageDeliverySpamComplaint";
      case AGENT_BANNED_ENDUSER -> "AgentBannedEnduser";
      case AGENT_UNBANNED_ENDUSER -> "AgentUnbannedEnduser";
      case AGENT_BANNED_IP -> "AgentBannedIp";
      case AGENT_UNBANNED_IP -> "AgentUnbannedIp";
      case TYPING_STARTED -> "TypingStarted";
      case SLA_EVALUATION_PENDING -> "SLAEvaluationPending";
      case SLA_EVALUATION_ACHIEVED -> "SLAEvaluationAchieved";
      case SLA_EVALUATION_BREACHED -> "SLAEvaluationBreached";
      case SLA_EVALUATION_VOIDED -> "SLAEvaluationVoided";
    };
  }
}
