package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aResolvedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import org.junit.jupiter.api.Test;

class ClosingTest {
  @Test
  void anOpenConversationIsClosed() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().close(BY_ALICE, NOON);

    assertThat(decision.events()).containsExactly(new ConversationEvent.Closed(NOON, BY_ALICE));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Closed());
    assertThat(decision.state().state().isSettled()).isTrue();
    assertThat(decision.state().stateUpdatedAt()).isEqualTo(NOON);
    assertThat(decision.state().version()).isEqualTo(EVENTS + 1);
  }

  @Test
  void whoHeldItAndWhereItWaitedStayReadable() {
    Conversation closed =
        anOpenConversation().assignedTo(ALICE).build().close(BY_ALICE, NOON).state();

    assertThat(closed.assignment()).isEqualTo(new Assignment.Assigned(ALICE, MORNING));
    assertThat(closed.lastQueue()).isEqualTo(new QueuePlace(SUPPORT, MORNING));
  }

  @Test
  void aResolvedConversationIsClosed() {
    Conversation closed = aResolvedConversation().build().close(BY_ALICE, NOON).state();

    assertThat(closed.state()).isEqualTo(new ConversationState.Closed());
  }

  @Test
  void closingAClosedConversationChangesNothing() {
    Conversation closed = aClosedConversation().build();

    assertThat(closed.close(BY_ALICE, NOON)).isEqualTo(Decision.unchanged(closed));
  }
}
