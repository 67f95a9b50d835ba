package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Conversation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What remains of agents who are none any more, and what does not. */
public interface FormerAgentsContract extends ConversationStores {
  HeldConversations held();

  AgentDirectory agents();

  @Test
  default void whatAnAgentHoldsOrIsOfferedIsFoundUntilNothingIsLeft() {
    long claimed = create(scene().aNewConversation());
    long offered = create(scene().aNewConversation());
    long settled = create(scene().aNewConversation());
    long ofAlice = create(scene().aNewConversation());
    decide(claimed, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    decide(claimed, c -> c.followUp(NOON.plusSeconds(60), scene().byBob, NOON));
    decide(offered, c -> c.offerByPolicy(scene().bob, NOON.plusSeconds(60), NOON));
    decide(settled, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    decide(settled, c -> c.close(scene().byBob, NOON));
    decide(ofAlice, c -> c.claim(scene().alice, true, scene().byAlice, NOON));

    for (int i = 0; i < 2; i++) {
      Conversation next = next(scene().bob).orElseThrow();
      long number = load(claimed).id().equals(next.id()) ? claimed : offered;
      assertThat(load(number)).isEqualTo(next);
      decide(number, c -> c.handBack(scene().support, scene().byAlice, NOON));
    }

    assertThat(next(scene().bob)).isEmpty();
    assertThat(next(scene().alice)).isPresent();
    assertThat(
            this.<Optional<Conversation>>inTransactionElsewhere(
                tx -> held().next(tx, scene().alice)))
        .isEmpty();
  }

  private Optional<Conversation> next(AgentId agent) {
    return inTransaction(tx -> held().next(tx, agent));
  }

  @Test
  default void theLogKeepsTheirNames() {
    long number =
        create(scene().aNewConversation(scene().fromJane(scene().newConversationId()).at(MORNING)));
    decide(number, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    decide(number, c -> c.claim(scene().alice, true, scene().byAlice, NOON));

    await(agents().downgrade(here(), scene().bob));

    List<ActivityEntry> log = await(queries().activity(scene().actor(), number));
    assertThat(log)
        .extracting(ActivityEntry::activity)
        .contains(new Activity.Assigned(scene().bob, "Bob"), new Activity.Claimed("Bob", null))
        .anyMatch(
            activity ->
                activity instanceof Activity.Unassigned(Person from) && "Bob".equals(from.name()));
    assertThat(log).extracting(entry -> entry.author().name()).contains("Bob");
  }
}
