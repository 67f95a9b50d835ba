package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimConversationTest extends HandlerTest {
  private final ClaimConversation claim =
      new ClaimConversationHandler(stores.unitOfWork, stores.conversations, stores.agents, clock);

  @Test
  void aWaitingConversationBecomesTheAgents() {
    long number = aConversation();

    await(claim(number, scene().bob, false));

    assertThat(load(number).assignment()).isEqualTo(new Assignment.Assigned(scene().bob, NOON));
    assertThat(events(number))
        .filteredOn(ConversationEvent.Claimed.class::isInstance)
        .singleElement()
        .extracting(ConversationEvent::by)
        .isEqualTo(scene().byAlice);
  }

  @Test
  void itIsTakenFromAnotherAgentOnlyWithForce() {
    long number = aConversation();
    await(claim(number, scene().alice, false));

    assertThat(errorOf(claim(number, scene().bob, false)))
        .isEqualTo(new ConversationError.AlreadyAssigned(scene().alice));
    assertThat(load(number).assignment().holder()).contains(scene().alice);

    await(claim(number, scene().bob, true));
    assertThat(load(number).assignment().holder()).contains(scene().bob);
  }

  @Test
  void claimingAgainChangesNothing() {
    long number = aConversation();
    await(claim(number, scene().bob, false));
    List<ConversationEvent> before = events(number);

    await(claim(number, scene().bob, false));

    assertThat(events(number)).isEqualTo(before);
  }

  @Test
  void ofAHundredAgentsWhoClaimAtOnceOneGetsIt() {
    long number = aConversation();
    List<AgentId> agents = IntStream.range(0, 100).mapToObj(this::newAgent).toList();

    List<Boolean> won =
        await(
            Uni.join()
                .all(
                    agents.stream()
                        .map(
                            agent ->
                                claim(number, agent, false)
                                    .replaceWith(true)
                                    .onFailure()
                                    .recoverWithItem(false)
                                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                        .toList())
                .andFailFast());

    assertThat(won).filteredOn(winner -> winner).hasSize(1);
    assertThat(events(number)).filteredOn(ConversationEvent.Claimed.class::isInstance).hasSize(1);
  }

  @Test
  void aClosedConversationIsNotClaimed() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));

    assertThat(errorOf(claim(number, scene().bob, true)))
        .isEqualTo(new ConversationError.ConversationSettled());
  }

  @Test
  void onlyAnAgentOfTheOrganizationClaims() {
    long number = aConversation();
    AgentId theirs = new AgentId(ids.next());
    abroad().seeds.add(elsewhere(), abroad().agent(theirs, "Carol", Availability.WORKING, false));

    assertThat(errorOf(claim(number, theirs, true)))
        .isEqualTo(new AgentError.AgentNotFound(theirs));
    assertThat(errorOf(claim(number, new AgentId(scene().jane.value()), true)))
        .isEqualTo(new AgentError.NotAnAgent(scene().jane.value()));
    assertThat(load(number).assignment().holder()).isEmpty();
  }

  @Test
  void aConversationOfAnotherOrganizationIsNotFound() {
    create(abroad(), abroad().aNewConversation());

    assertThat(errorOf(claim(1, scene().bob, true)))
        .isEqualTo(new ConversationError.ConversationNotFound());
  }

  @Test
  void itTakesThePermissionToWrite() {
    long number = aConversation();
    ClaimConversation.Command command =
        new ClaimConversation.Command(
            Actors.without(alice(), Permission.CONVERSATIONS_WRITE), number, scene().bob, true);

    assertThat(errorOf(Uni.createFrom().deferred(() -> claim.handle(command))))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_WRITE"));
  }

  private AgentId newAgent(int i) {
    AgentId id = new AgentId(ids.next());
    scene().seeds.add(here(), scene().agent(id, "Agent" + i, Availability.WORKING, false));
    return id;
  }

  private Uni<Void> claim(long number, AgentId agent, boolean force) {
    return claim.handle(new ClaimConversation.Command(alice(), number, agent, force));
  }
}
