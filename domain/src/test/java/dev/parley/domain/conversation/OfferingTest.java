package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aPendingConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BOB;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferingTest {
  private static final Instant SOON = NOON.plusSeconds(45);

  @Test
  void aPolicyAssignsAWaitingConversation() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().assignByPolicy(ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.Assigned(NOON, BY_PARLEY, ALICE));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, NOON));
    assertThat(decision.state().lastQueue()).isEqualTo(new QueuePlace(SUPPORT, MORNING));
  }

  @Test
  void aPolicyOffersAWaitingConversation() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().offerByPolicy(ALICE, SOON, NOON);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.Offered(NOON, BY_PARLEY, SUPPORT, ALICE, SOON));
    assertThat(decision.state().assignment())
        .isEqualTo(new Assignment.Offered(SUPPORT, ALICE, SOON));
  }

  @Test
  void whoIsOnlyOfferedItDoesNotHoldIt() {
    assertThat(anOpenConversation().offeredTo(ALICE, SOON).build().assignment().holder()).isEmpty();
  }

  @Test
  void aPolicyTouchesNothingThatDoesNotWait() {
    for (Conversation elsewhere :
        List.of(
            anOpenConversation().assignedTo(BOB).build(),
            anOpenConversation().offeredTo(BOB, SOON).build(),
            anOpenConversation().unassigned().build(),
            aPendingConversation().build(),
            aClosedConversation().build())) {
      assertThat(elsewhere.assignByPolicy(ALICE, NOON)).isEqualTo(Decision.unchanged(elsewhere));
      assertThat(elsewhere.offerByPolicy(ALICE, SOON, NOON))
          .isEqualTo(Decision.unchanged(elsewhere));
    }
  }

  @Test
  void anOfferThatIsNotTakenInTimeGoesBackIntoTheQueue() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().offeredTo(ALICE, SOON).build().expireOffer(SOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.OfferTimedOut(SOON, BY_PARLEY, ALICE),
            new ConversationEvent.Queued(SOON, BY_PARLEY, SUPPORT));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Queued(SUPPORT, SOON));
  }

  @Test
  void anOfferHoldsUntilItsInstant() {
    Conversation offered = anOpenConversation().offeredTo(ALICE, SOON).build();

    assertThat(offered.expireOffer(SOON.minusMillis(1))).isEqualTo(Decision.unchanged(offered));
  }

  @Test
  void whatWasClaimedMeanwhileDoesNotExpire() {
    Conversation claimed = anOpenConversation().assignedTo(ALICE).build();

    assertThat(claimed.expireOffer(SOON)).isEqualTo(Decision.unchanged(claimed));
  }
}
