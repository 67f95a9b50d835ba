package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.FollowUps.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follow-ups promise. */
public interface FollowUpsContract extends ConversationStores {
  FollowUps followUps();

  @Test
  default void aFollowUpIsDueFromItsMomentOnTheLongestOverdueFirst() {
    Due second = setAside(NOON);
    Due first = setAside(NOON.minus(Duration.ofHours(1)));
    setAside(NOON.plusMillis(1));

    assertThat(due(NOON)).containsExactly(first, second);
    assertThat(due(NOON.minusMillis(1))).containsExactly(first);
    assertThat(await(followUps().due(NOON, 1))).hasSize(1);
  }

  @Test
  default void whatWasOpenedOrClosedIsNotDue() {
    long opened = create(scene().aNewConversation());
    decide(opened, present -> present.followUp(NOON, scene().byAlice, MORNING));
    decide(opened, present -> present.claim(scene().bob, true, scene().byBob, MORNING));
    long closed = create(scene().aNewConversation());
    decide(closed, present -> present.followUp(NOON, scene().byAlice, MORNING));
    decide(closed, present -> present.close(scene().byAlice, MORNING));

    assertThat(due(NOON)).isEmpty();
  }

  private Due setAside(Instant until) {
    long number = create(scene().aNewConversation());
    decide(number, present -> present.followUp(until, scene().byAlice, MORNING));
    return new Due(here(), load(number).id());
  }

  /** Of this test. */
  private List<Due> due(Instant now) {
    return await(followUps().due(now, 1000)).stream()
        .filter(due -> due.organization().equals(here()))
        .toList();
  }
}
