package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.shared.Author;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpTest extends HandlerTest {
  private static final Instant EVENING = NOON.plus(Duration.ofHours(6));

  private final FollowUpConversation followUp =
      new FollowUpConversationHandler(
          stores.unitOfWork, stores.conversations, stores.agents, clock);
  private final FollowUpWork work =
      new FollowUpWork(
          stores.followUps, stores.conversations, stores.unitOfWork, clock, wakeups, log);

  @Test
  void aConversationIsSetAsideInTheNameOfTheAgentNamed() {
    long number = aConversation();

    await(set(number, EVENING, scene().bob));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Snoozed(EVENING));
    assertThat(events(number))
        .contains(new ConversationEvent.FollowUpAdded(NOON, scene().byBob, EVENING));
  }

  @Test
  void refusals() {
    long number = aConversation();

    assertThat(errorOf(set(number, NOON, null)))
        .isEqualTo(new ConversationError.FollowUpInThePast());
    assertThat(errorOf(set(number + 1, EVENING, null)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    AgentId nobody = new AgentId(newId());
    assertThat(errorOf(set(number, EVENING, nobody)))
        .isEqualTo(new AgentError.AgentNotFound(nobody));
    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  void itOpensWhenTheMomentHasCome() {
    long number = aConversation();
    await(set(number, EVENING, null));

    assertThat(await(work.once())).isZero();
    clock.set(EVENING);
    assertThat(await(work.once())).isEqualTo(1);

    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
    assertThat(events(number))
        .contains(new ConversationEvent.FollowUpExpired(EVENING, new Author.BySystem()));
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
    assertThat(await(work.once())).isZero();
  }

  @Test
  void whatWasOpenedBeforeStaysAsItIs() {
    long number = aConversation();
    await(set(number, EVENING, null));
    decide(number, present -> present.claim(scene().bob, true, scene().byBob, NOON));
    clock.set(EVENING);

    assertThat(await(work.once())).isZero();
    assertThat(load(number).assignment().holder()).contains(scene().bob);
  }

  private Uni<Void> set(long number, Instant until, @Nullable AgentId by) {
    return followUp.handle(new FollowUpConversation.Command(alice(), number, until, by));
  }
}
