package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.MAILBOX;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartingTest {
  @Test
  void aConversationThatTheContactBeginsWaitsInTheQueue() {
    Message message = AMessage.fromJane();

    Decision<Conversation, ConversationEvent> decision =
        Conversation.startInbound(beginning(Direction.INBOUND, "My order"), message, SUPPORT);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Started(MORNING, BY_JANE),
            new ConversationEvent.MessageAdded(MORNING, BY_JANE, message),
            new ConversationEvent.Queued(MORNING, BY_PARLEY, SUPPORT));
    Conversation state = decision.state();
    assertThat(state.state()).isEqualTo(new ConversationState.Open());
    assertThat(state.assignment()).isEqualTo(new Assignment.Queued(SUPPORT, MORNING));
    assertThat(state.lastQueue()).isEqualTo(new QueuePlace(SUPPORT, MORNING));
    assertThat(state.version()).isEqualTo(3);
  }

  @Test
  void aConversationThatAnAgentBeginsStaysWithTheAgent() {
    Message message = AMessage.from(BY_ALICE);

    Decision<Conversation, ConversationEvent> decision =
        Conversation.startOutbound(
            beginning(Direction.OUTBOUND, "Your order"), message, ALICE, SUPPORT);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.Started(MORNING, BY_ALICE),
            new ConversationEvent.MessageAdded(MORNING, BY_ALICE, message),
            new ConversationEvent.Assigned(MORNING, BY_ALICE, ALICE));
    assertThat(decision.state().assignment()).isEqualTo(new Assignment.Assigned(ALICE, MORNING));
    assertThat(decision.state().version()).isEqualTo(3);
  }

  @Test
  void aConversationThatAnAgentBeginsKnowsWhereItGoesWhenHandedBack() {
    Conversation state =
        Conversation.startOutbound(
                beginning(Direction.OUTBOUND, null), AMessage.from(BY_ALICE), ALICE, SUPPORT)
            .state();

    assertThat(state.lastQueue()).isEqualTo(new QueuePlace(SUPPORT, MORNING));
  }

  @Test
  void aNewConversationIsAboutWhatItsBeginningSays() {
    Conversation state =
        Conversation.startInbound(
                beginning(Direction.INBOUND, "My order"), AMessage.fromJane(), SUPPORT)
            .state();

    assertThat(state.requester()).isEqualTo(JANE);
    assertThat(state.channel()).isEqualTo(Channel.EMAIL);
    assertThat(state.direction()).isEqualTo(Direction.INBOUND);
    assertThat(state.endpoint()).isEqualTo(MAILBOX);
    assertThat(state.contactAddress()).isEqualTo("jane@example.org");
    assertThat(state.subject()).isEqualTo("My order");
    assertThat(state.language()).isEqualTo("en");
    assertThat(state.createdAt()).isEqualTo(MORNING);
    assertThat(state.stateUpdatedAt()).isEqualTo(MORNING);
    assertThat(state.tags()).isEmpty();
    assertThat(state.anonymizedAt()).isNull();
  }

  @Test
  void aSubjectOfMoreThanOneThousandCharactersIsRefused() {
    String longest = "x".repeat(Conversation.SUBJECT_MAX);
    assertThat(
            Conversation.startInbound(
                    beginning(Direction.INBOUND, longest), AMessage.fromJane(), SUPPORT)
                .state()
                .subject())
        .isEqualTo(longest);
    assertRefused(
            () ->
                Conversation.startInbound(
                    beginning(Direction.INBOUND, longest + "x"), AMessage.fromJane(), SUPPORT))
        .isEqualTo(new SharedError.InvalidField("subject", "must have at most 1000 characters"));
  }

  private static Conversation.Beginning beginning(Direction direction, @Nullable String subject) {
    return new Conversation.Beginning(
        AConversation.ID,
        JANE,
        Channel.EMAIL,
        direction,
        MAILBOX,
        "jane@example.org",
        subject,
        "en",
        MORNING);
  }
}
