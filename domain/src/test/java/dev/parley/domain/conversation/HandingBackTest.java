package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_BOB;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SALES;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import org.junit.jupiter.api.Test;

class HandingBackTest {
  @Test
  void whatIsAssignedWaitsInItsLastQueue() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().assignedTo(ALICE).build().handBack(SALES, BY_BOB, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Unassigned(NOON, BY_BOB, ALICE),
            new ConversationEvent.Queued(NOON, BY_BOB, SUPPORT));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Queued(SUPPORT, NOON));
  }

  @Test
  void anOfferIsWithdrawn() {
    Conversation offered =
        anOpenConversation().build().offerByPolicy(ALICE, NOON.plusSeconds(60), NOON).state();

    assertThat(offered.handBack(SALES, BY_BOB, NOON).events())
        .containsExactly(new ConversationEvent.Queued(NOON, BY_BOB, SUPPORT));
  }

  @Test
  void whatNobodyHasAndWhatIsSettledStaysAsItIs() {
    assertThat(anOpenConversation().build().handBack(SALES, BY_BOB, NOON).isUnchanged()).isTrue();
    assertThat(
            aClosedConversation()
                .assignedTo(ALICE)
                .build()
                .handBack(SALES, BY_BOB, NOON)
                .isUnchanged())
        .isTrue();
  }
}
