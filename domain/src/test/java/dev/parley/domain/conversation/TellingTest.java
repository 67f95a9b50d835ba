package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aConversationSnoozedUntil;
import static dev.parley.domain.conversation.AConversation.aResolvedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SALES;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients are told of what happened to a conversation. */
class TellingTest {
  @Test
  void whatAnAgentHeldIsClosed() {
    assertThat(told(anOpenConversation().assignedTo(ALICE).build().close(BY_ALICE, NOON)))
        .containsExactly(EventType.CONVERSATION_CLOSED);
  }

  @Test
  void whatNobodyHeldIsAlsoAbandoned() {
    assertThat(told(anOpenConversation().build().close(BY_ALICE, NOON)))
        .containsExactly(EventType.CONVERSATION_CLOSED, EventType.CONVERSATION_ABANDONED);
  }

  @Test
  void reopeningOpensAndEnqueues() {
    assertThat(
            told(aResolvedConversation().assignedTo(ALICE).build().reopen(SUPPORT, BY_ALICE, NOON)))
        .containsExactly(
            EventType.CONVERSATION_OPEN,
            EventType.CONVERSATION_UNASSIGNED,
            EventType.CONVERSATION_ENQUEUED);
  }

  @Test
  void aTransferEnqueuesToo() {
    assertThat(told(anOpenConversation().build().transferTo(SALES, BY_ALICE, NOON)))
        .containsExactly(EventType.CONVERSATION_TRANSFERRED, EventType.CONVERSATION_ENQUEUED);
  }

  @Test
  void aFollowUpIsPendingAndWhenItExpiresOpen() {
    assertThat(told(anOpenConversation().build().followUp(NOON.plusSeconds(1), BY_ALICE, NOON)))
        .containsExactly(EventType.CONVERSATION_PENDING);
    assertThat(told(aConversationSnoozedUntil(NOON).build().expireFollowUp(NOON)))
        .containsExactly(EventType.CONVERSATION_PENDING_EXPIRED, EventType.CONVERSATION_OPEN);
  }

  @Test
  void ofAClaimTheAssignmentIsTold() {
    assertThat(told(anOpenConversation().build().claim(ALICE, true, BY_ALICE, NOON)))
        .containsExactly(EventType.CONVERSATION_ASSIGNED);
  }

  @Test
  void aDeliveryIsToldOfByItsStatus() {
    assertThat(EventType.of(Delivery.Status.PENDING)).isEmpty();
    assertThat(EventType.of(Delivery.Status.NOT_APPLICABLE)).isEmpty();
    assertThat(EventType.of(Delivery.Status.READ))
        .contains(EventType.CONVERSATION_MESSAGE_DELIVERY_SEEN);
  }

  private static List<EventType> told(Decision<Conversation, ConversationEvent> decision) {
    return decision.events().stream()
        .flatMap(event -> EventType.of(event, decision.state()).stream())
        .toList();
  }
}
