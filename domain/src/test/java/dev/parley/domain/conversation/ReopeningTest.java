package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aConversationSnoozedUntil;
import static dev.parley.domain.conversation.AConversation.aPendingConversation;
import static dev.parley.domain.conversation.AConversation.aResolvedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_BOB;
import static dev.parley.domain.conversation.Cast.LOBBY;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopeningTest {
  @Test
  void aClosedConversationGoesBackIntoItsLastQueue() {
    Decision<Conversation, ConversationEvent> decision =
        aClosedConversation().build().reopen(LOBBY, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Reopened(NOON, BY_BOB),
            new ConversationEvent.Queued(NOON, BY_BOB, SUPPORT));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Queued(SUPPORT, NOON));
    assertThat(decision.state().lastQueue()).isEqualTo(new QueuePlace(SUPPORT, NOON));
    assertThat(decision.state().version()).isEqualTo(EVENTS + 2);
  }

  @Test
  void aResolvedConversationIsReopenedToo() {
    Conversation reopened = aResolvedConversation().build().reopen(LOBBY, BY_BOB, NOON).state();

    assertThat(reopened.state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  void nobodyHoldsAReopenedConversation() {
    Decision<Conversation, ConversationEvent> decision =
        aClosedConversation().assignedTo(ALICE).build().reopen(LOBBY, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Reopened(NOON, BY_BOB),
            new ConversationEvent.Unassigned(NOON, BY_BOB, ALICE),
            new ConversationEvent.Queued(NOON, BY_BOB, SUPPORT));
    assertThat(decision.state().assignment().holder()).isEmpty();
  }

  @Test
  void aConversationThatWasNeverQueuedGoesIntoTheDefaultQueue() {
    Conversation reopened =
        aClosedConversation()
            .unassigned()
            .neverQueued()
            .build()
            .reopen(LOBBY, BY_BOB, NOON)
            .state();

    assertThat(reopened.assignment()).isEqualTo(new Assignment.Queued(LOBBY, NOON));
  }

  @Test
  void reopeningWhatIsNotSettledChangesNothing() {
    for (Conversation unsettled :
        List.of(
            anOpenConversation().assignedTo(ALICE).build(),
            aPendingConversation().build(),
            aConversationSnoozedUntil(NOON).build())) {
      assertThat(unsettled.reopen(LOBBY, BY_BOB, NOON)).isEqualTo(Decision.unchanged(unsettled));
    }
  }
}
