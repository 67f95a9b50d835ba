package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.BY_PARLEY;
import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Cast.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportingTest {
  private static final Message FIRST = said(1, BY_JANE, MORNING.plusSeconds(1));
  private static final Message SECOND = said(2, BY_ALICE, MORNING.plusSeconds(3));

  @Test
  void whatHappenedElsewhereIsToldAtItsOwnTimesInTheirOrder() {
    Decision<Conversation, ConversationEvent> told =
        history(
                new ImportedHistory.Holder(ALICE, MORNING.plusSeconds(2)),
                new ImportedHistory.Closing(BY_ALICE, MORNING.plusSeconds(4)))
            .told(BY_JANE, BY_PARLEY);

    assertThat(told.events())
        .containsExactly(
            new ConversationEvent.Started(MORNING, BY_JANE),
            new ConversationEvent.MessageAdded(FIRST.createdAt(), BY_JANE, FIRST),
            new ConversationEvent.Assigned(MORNING.plusSeconds(2), BY_PARLEY, ALICE),
            new ConversationEvent.MessageAdded(SECOND.createdAt(), BY_ALICE, SECOND),
            new ConversationEvent.Closed(MORNING.plusSeconds(4), BY_ALICE));
    assertThat(told.state().version()).isEqualTo(5);
  }

  @Test
  void whatWasClosedIsClosedSinceThenAndStillShowsWhoHadIt() {
    Conversation closed =
        history(
                new ImportedHistory.Holder(ALICE, NOON),
                new ImportedHistory.Closing(BY_ALICE, MORNING.plusSeconds(2)))
            .told(BY_JANE, BY_PARLEY)
            .state();

    assertThat(closed.state()).isEqualTo(new ConversationState.Closed());
    assertThat(closed.stateUpdatedAt()).isEqualTo(MORNING.plusSeconds(2));
    assertThat(closed.assignment()).isEqualTo(new Assignment.Assigned(ALICE, NOON));
    assertThat(closed.createdAt()).isEqualTo(MORNING);
    assertThat(closed.source()).isEqualTo(new Source("MyChat", "c-1"));
  }

  @Test
  void onlyWhatIsOpenAndInNobodysHandsHasToWait() {
    ImportedHistory.Holder holder = new ImportedHistory.Holder(ALICE, NOON);
    ImportedHistory.Closing closing = new ImportedHistory.Closing(BY_ALICE, NOON);

    assertThat(history(null, null).isToBeHandled()).isTrue();
    assertThat(history(holder, null).isToBeHandled()).isFalse();
    assertThat(history(null, closing).isToBeHandled()).isFalse();
  }

  @Test
  void itWaitsFromTheMomentItIsPutIntoAQueue() {
    Conversation open = history(null, null).told(BY_JANE, BY_PARLEY).state();

    Conversation waiting = open.waitIn(SUPPORT, BY_PARLEY, NOON).state();

    assertThat(waiting.assignment()).isEqualTo(new Assignment.Queued(SUPPORT, NOON));
    assertThat(waiting.lastQueue()).isEqualTo(new QueuePlace(SUPPORT, NOON));
    assertThat(waiting.waitIn(SUPPORT, BY_PARLEY, NOON).isUnchanged()).isTrue();
    assertThat(open.close(BY_ALICE, NOON).state().waitIn(SUPPORT, BY_PARLEY, NOON).isUnchanged())
        .isTrue();
  }

  @Test
  void anonymizationTakesItsIdElsewhereAndTheBrowser() {
    Conversation anonymous =
        history(null, null).told(BY_JANE, BY_PARLEY).state().anonymize(BY_ALICE, NOON).state();

    assertThat(anonymous.source()).isEqualTo(new Source("MyChat", null));
    assertThat(anonymous.browser()).isNull();
  }

  private static ImportedHistory history(
      ImportedHistory.@Nullable Holder holder, ImportedHistory.@Nullable Closing closing) {
    return new ImportedHistory(
        new Conversation.Beginning(
            AConversation.ID,
            JANE,
            Channel.API,
            Direction.INBOUND,
            null,
            null,
            "My order",
            null,
            new BrowserInfo("Firefox", "150", "192.0.2.1", "https://shop.example/cart"),
            new Source("MyChat", "c-1"),
            MORNING),
        List.of(FIRST, SECOND),
        holder,
        closing);
  }

  private static Message said(int number, Author author, Instant at) {
    Direction direction = author.equals(BY_JANE) ? Direction.INBOUND : Direction.OUTBOUND;
    return AMessage.message(id(number), direction, author, false, at);
  }
}
