package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.HandBackWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import org.junit.jupiter.api.Test;

class HandBackWorkTest extends HandlerTest {
  private final HandBackWork handBack =
      new HandBackWorkHandler(
          stores.unitOfWork, stores.held, stores.conversations, stores.queues, clock, wakeups);

  @Test
  void everythingInHandGoesBackToItsQueue() {
    long claimed = claimedByBob();
    long moved = claimedByBob();
    decide(moved, c -> c.transferTo(scene.sales, scene.byBob, clock.instant()));
    decide(moved, c -> c.claim(scene.bob, true, scene.byBob, clock.instant()));

    handBack();

    assertThat(load(claimed).assignment())
        .isEqualTo(new Assignment.Queued(scene.support, clock.instant()));
    assertThat(load(moved).assignment())
        .isEqualTo(new Assignment.Queued(scene.sales, clock.instant()));
    assertThat(
            eventTypes(claimed).subList(eventTypes(claimed).size() - 2, eventTypes(claimed).size()))
        .containsExactly(ConversationEvent.Unassigned.class, ConversationEvent.Queued.class);
    assertThat(events(claimed).getLast().by()).isEqualTo(scene.byAlice);
    assertThat(wakeups.woken()).contains(Wakeups.Topic.ASSIGNMENT);
  }

  @Test
  void whatIsSetAsideStaysSetAside() {
    long number = claimedByBob();
    decide(number, c -> c.followUp(clock.instant().plusSeconds(60), scene.byBob, clock.instant()));

    handBack();

    assertThat(load(number).state()).isInstanceOf(ConversationState.Snoozed.class);
    assertThat(load(number).assignment()).isInstanceOf(Assignment.Queued.class);
  }

  @Test
  void whatIsSettledKeepsWhoHadIt() {
    long number = claimedByBob();
    decide(number, c -> c.close(scene.byBob, clock.instant()));
    Conversation before = load(number);

    handBack();

    assertThat(load(number)).isEqualTo(before);
  }

  private long claimedByBob() {
    long number = aConversation();
    decide(number, c -> c.claim(scene.bob, true, scene.byBob, clock.instant()));
    return number;
  }

  private void handBack() {
    await(handBack.handle(new HandBackWork.Command(scene.admin(), scene.bob)));
  }
}
