package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aConversationSnoozedUntil;
import static dev.parley.domain.conversation.AConversation.aPendingConversation;
import static dev.parley.domain.conversation.AConversation.aResolvedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.LOBBY;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddingMessagesTest {
  private static final boolean BLOCKED = true;
  private static final boolean WELCOME = false;

  @Test
  void aMessageInAnOpenConversationLeavesItWhereItIs() {
    Conversation alices = anOpenConversation().assignedTo(ALICE).build();
    Message message = AMessage.fromJane();

    Decision<Conversation, ConversationEvent> decision = alices.add(message, WELCOME, LOBBY);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.MessageAdded(NOON, BY_JANE, message));
    assertThat(decision.state().assignment()).isEqualTo(alices.assignment());
    assertThat(decision.state().version()).isEqualTo(EVENTS + 1);
  }

  @Test
  void aContactsMessageReopensASettledConversationIntoItsQueue() {
    for (AConversation settled : List.of(aClosedConversation(), aResolvedConversation())) {
      Message message = AMessage.fromJane();

      Decision<Conversation, ConversationEvent> decision =
          settled.assignedTo(ALICE).build().add(message, WELCOME, LOBBY);

      assertThat(decision.events())
          .containsExactly(
              new ConversationEvent.MessageAdded(NOON, BY_JANE, message),
              new ConversationEvent.Reopened(NOON, BY_JANE),
              new ConversationEvent.Unassigned(NOON, BY_JANE, ALICE),
              new ConversationEvent.Queued(NOON, BY_PARLEY, SUPPORT));
      assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
      assertThat(decision.state().assignment()).isEqualTo(new Assignment.Queued(SUPPORT, NOON));
    }
  }

  @Test
  void aContactsMessageWakesASnoozedConversation() {
    Message message = AMessage.fromJane();

    Decision<Conversation, ConversationEvent> decision =
        aConversationSnoozedUntil(NOON.plusSeconds(60))
            .assignedTo(ALICE)
            .build()
            .add(message, WELCOME, LOBBY);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.MessageAdded(NOON, BY_JANE, message),
            new ConversationEvent.FollowUpRemoved(NOON, BY_JANE),
            new ConversationEvent.Resumed(NOON, BY_JANE),
            new ConversationEvent.Unassigned(NOON, BY_JANE, ALICE),
            new ConversationEvent.Queued(NOON, BY_PARLEY, SUPPORT));
  }

  @Test
  void aPendingConversationStaysPending() {
    Conversation pending = aPendingConversation().assignedTo(ALICE).build();

    Conversation after = pending.add(AMessage.fromJane(), WELCOME, LOBBY).state();

    assertThat(after.state()).isEqualTo(new ConversationState.Pending());
    assertThat(after.assignment()).isEqualTo(pending.assignment());
  }

  @Test
  void aConversationThatWasNeverQueuedIsReopenedIntoTheDefaultQueue() {
    Conversation reopened =
        aClosedConversation()
            .unassigned()
            .neverQueued()
            .build()
            .add(AMessage.fromJane(), WELCOME, LOBBY)
            .state();

    assertThat(reopened.assignment()).isEqualTo(new Assignment.Queued(LOBBY, NOON));
  }

  @Test
  void aMachinesMessageReopensNothing() {
    Conversation after =
        aClosedConversation()
            .build()
            .add(AMessage.fromJanesAutoResponder(), WELCOME, LOBBY)
            .state();

    assertThat(after.state()).isEqualTo(new ConversationState.Closed());
    assertThat(after.version()).isEqualTo(EVENTS + 1);
  }

  @Test
  void aBlockedContactsMessageIsKeptButReopensNothing() {
    Conversation after =
        aClosedConversation().build().add(AMessage.fromJane(), BLOCKED, LOBBY).state();

    assertThat(after.state()).isEqualTo(new ConversationState.Closed());
    assertThat(after.version()).isEqualTo(EVENTS + 1);
  }

  @Test
  void anAgentsMessageReopensNothing() {
    Conversation after =
        aClosedConversation().build().add(AMessage.from(BY_ALICE), WELCOME, LOBBY).state();

    assertThat(after.state()).isEqualTo(new ConversationState.Closed());
  }
}
