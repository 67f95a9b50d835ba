package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.EVENTS;
import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.LOBBY;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SALES;
import static dev.parley.domain.conversation.Cast.VIP;
import static dev.parley.domain.conversation.Cast.id;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AnonymizingTest {
  @Test
  void whatNamesSomebodyIsTakenAway() {
    Decision<Conversation, ConversationEvent> decision =
        aClosedConversation().build().anonymize(BY_ALICE, NOON);

    assertThat(decision.events()).containsExactly(new ConversationEvent.Anonymized(NOON, BY_ALICE));
    Conversation state = decision.state();
    assertThat(state.contactAddress()).isNull();
    assertThat(state.subject()).isNull();
    assertThat(state.language()).isNull();
    assertThat(state.anonymizedAt()).isEqualTo(NOON);
    assertThat(state.version()).isEqualTo(EVENTS + 1);
  }

  @Test
  void whatNamesNobodyStays() {
    Conversation before = aClosedConversation().assignedTo(ALICE).tagged(VIP).build();

    Conversation state = before.anonymize(BY_ALICE, NOON).state();

    assertThat(state.requester()).isEqualTo(JANE);
    assertThat(state.state()).isEqualTo(before.state());
    assertThat(state.assignment()).isEqualTo(before.assignment());
    assertThat(state.lastQueue()).isEqualTo(before.lastQueue());
    assertThat(state.tags()).isEqualTo(before.tags());
    assertThat(state.createdAt()).isEqualTo(MORNING);
  }

  @Test
  void theSecondTimeNothingChanges() {
    Conversation anonymized = aClosedConversation().anonymized().build();

    assertThat(anonymized.anonymize(BY_ALICE, NOON)).isEqualTo(Decision.unchanged(anonymized));
  }

  @Test
  void nothingCanBeDoneWithAnAnonymizedConversation() {
    Conversation anonymized = anOpenConversation().anonymized().build();
    InternalNote note = new InternalNote(new NoteId(id(300)), AConversation.ID, ALICE, "x", NOON);
    List<ThrowingCallable> commands =
        List.of(
            () -> anonymized.add(AMessage.fromJane(), false, LOBBY),
            () -> anonymized.add(AMessage.from(BY_ALICE), false, LOBBY),
            () -> anonymized.addNote(note),
            () -> anonymized.claim(ALICE, true, BY_ALICE, NOON),
            () -> anonymized.close(BY_ALICE, NOON),
            () -> anonymized.reopen(LOBBY, BY_ALICE, NOON),
            () -> anonymized.transferTo(SALES, BY_ALICE, NOON),
            () -> anonymized.addTag(VIP, BY_ALICE, NOON),
            () -> anonymized.removeTag(VIP.id(), BY_ALICE, NOON));

    for (ThrowingCallable command : commands) {
      assertRefused(command).isEqualTo(new ConversationError.ConversationIsAnonymized());
    }
  }

  @Test
  void theRedactionOfAMessageIsLoggedWithoutItsText() {
    MessageId message = new MessageId(id(200));

    assertThat(aClosedConversation().build().redactMessage(message, true, 2, BY_ALICE, NOON))
        .extracting(Decision::events)
        .isEqualTo(
            List.of(new ConversationEvent.MessageRedacted(NOON, BY_ALICE, message, true, 2)));
  }

  @Test
  void aDeliveryThatFailsAfterwardsIsStillLogged() {
    MessageId message = new MessageId(id(200));

    assertThat(aClosedConversation().anonymized().build().deliveryFailed(message, "550", NOON))
        .extracting(Decision::events)
        .isEqualTo(List.of(new ConversationEvent.DeliveryFailed(NOON, BY_PARLEY, message, "550")));
  }
}
