package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aConversationSnoozedUntil;
import static dev.parley.domain.conversation.AConversation.aPendingConversation;
import static dev.parley.domain.conversation.AConversation.aResolvedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BOB;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_BOB;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.DomainError;
import org.junit.jupiter.api.Test;

class ClaimingTest {
  private static final boolean BY_FORCE = true;
  private static final boolean POLITELY = false;

  @Test
  void aWaitingConversationBecomesTheAgents() {
    Conversation waiting = anOpenConversation().build();

    Decision<Conversation, ConversationEvent> decision =
        waiting.claim(ALICE, POLITELY, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Claimed(NOON, BY_ALICE, ALICE, waiting.assignment()),
            new ConversationEvent.Assigned(NOON, BY_ALICE, ALICE));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, NOON));
    assertThat(decision.state().version()).isEqualTo(EVENTS + 2);
  }

  @Test
  void theQueueItWaitedInStaysKnown() {
    Conversation claimed =
        anOpenConversation().build().claim(ALICE, POLITELY, BY_ALICE, NOON).state();

    assertThat(claimed.lastQueue()).isEqualTo(new QueuePlace(SUPPORT, MORNING));
  }

  @Test
  void aConversationOfNobodyCanBeClaimed() {
    Conversation claimed =
        anOpenConversation().unassigned().build().claim(ALICE, POLITELY, BY_ALICE, NOON).state();

    assertThat(claimed.assignment()).isEqualTo(new Assignment.Assigned(ALICE, NOON));
  }

  @Test
  void anotherAgentsConversationIsNotTakenWithoutForce() {
    Conversation bobs = anOpenConversation().assignedTo(BOB).build();

    assertRefused(() -> bobs.claim(ALICE, POLITELY, BY_ALICE, NOON))
        .isEqualTo(new ConversationError.AlreadyAssigned(BOB))
        .returns(DomainError.Kind.CONFLICT, DomainError::kind);
  }

  @Test
  void withForceTheFormerHolderLosesIt() {
    Conversation bobs = anOpenConversation().assignedTo(BOB).build();

    Decision<Conversation, ConversationEvent> decision =
        bobs.claim(ALICE, BY_FORCE, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Unassigned(NOON, BY_ALICE, BOB),
            new ConversationEvent.Claimed(NOON, BY_ALICE, ALICE, bobs.assignment()),
            new ConversationEvent.Assigned(NOON, BY_ALICE, ALICE));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, NOON));
  }

  @Test
  void claimingOnesOwnConversationChangesNothing() {
    Conversation alices = anOpenConversation().assignedTo(ALICE).build();

    assertThat(alices.claim(ALICE, POLITELY, BY_ALICE, NOON)).isEqualTo(Decision.unchanged(alices));
    assertThat(alices.claim(ALICE, BY_FORCE, BY_ALICE, NOON)).isEqualTo(Decision.unchanged(alices));
  }

  @Test
  void aSettledConversationCannotBeClaimedEvenByForce() {
    assertRefused(() -> aClosedConversation().build().claim(ALICE, BY_FORCE, BY_ALICE, NOON))
        .isEqualTo(new ConversationError.ConversationSettled());
    assertRefused(() -> aResolvedConversation().build().claim(ALICE, BY_FORCE, BY_ALICE, NOON))
        .isEqualTo(new ConversationError.ConversationSettled());
  }

  @Test
  void aPendingConversationIsOpenedWhenClaimed() {
    Conversation pending = aPendingConversation().build();

    Decision<Conversation, ConversationEvent> decision =
        pending.claim(ALICE, POLITELY, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Resumed(NOON, BY_ALICE),
            new ConversationEvent.Claimed(NOON, BY_ALICE, ALICE, pending.assignment()),
            new ConversationEvent.Assigned(NOON, BY_ALICE, ALICE));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
    assertThat(decision.state().stateUpdatedAt()).isEqualTo(NOON);
  }

  @Test
  void onesOwnSnoozedConversationIsOpenedWhenClaimedAndKept() {
    Conversation snoozed =
        aConversationSnoozedUntil(NOON.plusSeconds(60)).assignedTo(ALICE).build();

    Decision<Conversation, ConversationEvent> decision =
        snoozed.claim(ALICE, POLITELY, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.FollowUpRemoved(NOON, BY_ALICE),
            new ConversationEvent.Resumed(NOON, BY_ALICE));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, MORNING));
  }

  @Test
  void claimingWhatOneIsOfferedAcceptsTheOffer() {
    Conversation offered = anOpenConversation().offeredTo(ALICE, NOON.plusSeconds(30)).build();

    Decision<Conversation, ConversationEvent> decision =
        offered.claim(ALICE, POLITELY, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.OfferAccepted(NOON, BY_ALICE, ALICE),
            new ConversationEvent.Claimed(NOON, BY_ALICE, ALICE, offered.assignment()),
            new ConversationEvent.Assigned(NOON, BY_ALICE, ALICE));
  }

  @Test
  void whatIsOnlyOfferedToSomebodyElseMayBeClaimedWithoutForce() {
    Conversation offered = anOpenConversation().offeredTo(BOB, NOON.plusSeconds(30)).build();

    Decision<Conversation, ConversationEvent> decision =
        offered.claim(ALICE, POLITELY, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Claimed(NOON, BY_ALICE, ALICE, offered.assignment()),
            new ConversationEvent.Assigned(NOON, BY_ALICE, ALICE));
  }

  @Test
  void somebodyMayClaimForAnAgent() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().claim(ALICE, POLITELY, BY_BOB, NOON);

    assertThat(decision.events()).extracting(ConversationEvent::by).containsOnly(BY_BOB);
    assertThat(decision.state().assignment().holder()).contains(ALICE);
  }
}
