package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aPendingConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_BOB;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SALES;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import org.junit.jupiter.api.Test;

class TransferringTest {
  @Test
  void aWaitingConversationMovesToTheOtherQueue() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().transferTo(SALES, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.TransferInitiated(NOON, BY_BOB, SALES),
            new ConversationEvent.Transferred(NOON, BY_BOB, SALES),
            new ConversationEvent.Queued(NOON, BY_BOB, SALES));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Queued(SALES, NOON));
    assertThat(decision.state().lastQueue()).isEqualTo(new QueuePlace(SALES, NOON));
    assertThat(decision.state().version()).isEqualTo(EVENTS + 3);
  }

  @Test
  void whoHeldItNoLongerDoes() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().assignedTo(ALICE).build().transferTo(SALES, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.TransferInitiated(NOON, BY_BOB, SALES),
            new ConversationEvent.Unassigned(NOON, BY_BOB, ALICE),
            new ConversationEvent.Transferred(NOON, BY_BOB, SALES),
            new ConversationEvent.Queued(NOON, BY_BOB, SALES));
    assertThat(decision.state().assignment().holder()).isEmpty();
  }

  @Test
  void withinItsOwnQueueItGoesToTheEnd() {
    Conversation again = anOpenConversation().build().transferTo(SUPPORT, BY_BOB, NOON).state();

    assertThat(again.assignment()).isEqualTo(new Assignment.Queued(SUPPORT, NOON));
  }

  @Test
  void aSettledConversationIsReopenedInTheTargetQueue() {
    Decision<Conversation, ConversationEvent> decision =
        aClosedConversation().build().transferTo(SALES, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.TransferInitiated(NOON, BY_BOB, SALES),
            new ConversationEvent.Reopened(NOON, BY_BOB),
            new ConversationEvent.Transferred(NOON, BY_BOB, SALES),
            new ConversationEvent.Queued(NOON, BY_BOB, SALES));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  void aPendingConversationIsOpened() {
    Decision<Conversation, ConversationEvent> decision =
        aPendingConversation().build().transferTo(SALES, BY_BOB, NOON);

    assertThat(decision.events()).contains(new ConversationEvent.Resumed(NOON, BY_BOB));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  void anOfferLapses() {
    Conversation transferred =
        anOpenConversation()
            .offeredTo(ALICE, NOON.plusSeconds(30))
            .build()
            .transferTo(SALES, BY_BOB, NOON)
            .state();

    assertThat(transferred.assignment()).isEqualTo(new Assignment.Queued(SALES, NOON));
  }
}
