package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.aConversationSnoozedUntil;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingUpTest {
  private static final Instant EVENING = Instant.parse("2026-11-20T18:00:00Z");

  @Test
  void aConversationIsSetAsideUntilTheMoment() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().assignedTo(ALICE).build().followUp(EVENING, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.FollowUpAdded(NOON, BY_ALICE, EVENING),
            new ConversationEvent.SetAside(NOON, BY_ALICE, new ConversationState.Snoozed(EVENING)));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Snoozed(EVENING));
    assertThat(decision.state().stateUpdatedAt()).isEqualTo(NOON);
    assertThat(decision.state().version()).isEqualTo(EVENTS + 2);
  }

  @Test
  void whoHoldsItAndWhereItWaitsStays() {
    assertThat(
            anOpenConversation()
                .assignedTo(ALICE)
                .build()
                .followUp(EVENING, BY_ALICE, NOON)
                .state()
                .assignment())
        .isEqualTo(new Assignment.Assigned(ALICE, MORNING));
    assertThat(anOpenConversation().build().followUp(EVENING, BY_ALICE, NOON).state().assignment())
        .isEqualTo(new Assignment.Queued(SUPPORT, MORNING));
  }

  @Test
  void aMomentThatHasPassedIsRefused() {
    Conversation open = anOpenConversation().build();

    for (Instant moment : List.of(NOON, MORNING)) {
      assertRefused(() -> open.followUp(moment, BY_ALICE, NOON))
          .isEqualTo(new ConversationError.FollowUpInThePast());
    }
  }

  @Test
  void anotherMomentReplacesTheFirst() {
    Conversation later =
        aConversationSnoozedUntil(EVENING)
            .build()
            .followUp(EVENING.plusSeconds(60), BY_ALICE, NOON)
            .state();

    assertThat(later.state()).isEqualTo(new ConversationState.Snoozed(EVENING.plusSeconds(60)));
    assertThat(later.expireFollowUp(EVENING).isUnchanged()).isTrue();
  }

  @Test
  void aClosedConversationCanBeSetAsideToo() {
    assertThat(aClosedConversation().build().followUp(EVENING, BY_ALICE, NOON).state().state())
        .isEqualTo(new ConversationState.Snoozed(EVENING));
  }

  @Test
  void itOpensByItselfWhenTheMomentHasCome() {
    Conversation aside = aConversationSnoozedUntil(EVENING).assignedTo(ALICE).build();

    assertThat(aside.expireFollowUp(EVENING.minusMillis(1)).isUnchanged()).isTrue();
    Decision<Conversation, ConversationEvent> decision = aside.expireFollowUp(EVENING);
    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.FollowUpExpired(EVENING, BY_PARLEY),
            new ConversationEvent.Resumed(EVENING, BY_PARLEY));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Open());
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, MORNING));
    assertThat(decision.state().expireFollowUp(EVENING).isUnchanged()).isTrue();
  }

  @Test
  void closingDropsIt() {
    Decision<Conversation, ConversationEvent> decision =
        aConversationSnoozedUntil(EVENING).build().close(BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.FollowUpRemoved(NOON, BY_ALICE),
            new ConversationEvent.Closed(NOON, BY_ALICE));
  }
}
