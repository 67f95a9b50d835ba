package dev.parley.domain.queue;

import static dev.parley.domain.agent.WorkingChannel.EMAIL;
import static dev.parley.domain.agent.WorkingChannel.MESSAGING;
import static dev.parley.domain.agent.WorkingChannel.SPEAK;
import static dev.parley.domain.queue.AssignmentPolicy.LEAST_LOADED;
import static dev.parley.domain.queue.AssignmentPolicy.MANUAL;
import static dev.parley.domain.queue.AssignmentPolicy.ROUND_ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.WorkingChannel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentPolicyTest {
  private static final int NO_CAP = 0;
  private static final Set<WorkingChannel> ALL = EnumSet.allOf(WorkingChannel.class);
  private static final AgentId ALICE = new AgentId(new UUID(0, 1));
  private static final AgentId BOB = new AgentId(new UUID(0, 2));
  private static final AgentId CAROL = new AgentId(new UUID(0, 3));
  private static final Instant EARLY = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(60);

  @Test
  void aManualQueueGivesNothing() {
    assertThat(MANUAL.choose(List.of(holding(ALICE, 0, null)), EMAIL, NO_CAP)).isEmpty();
  }

  @Test
  void roundRobinChoosesWhoseLastAssignmentIsLongestAgo() {
    Candidate alice = holding(ALICE, 0, LATE);
    Candidate bob = holding(BOB, 5, EARLY);

    assertThat(ROUND_ROBIN.choose(List.of(alice, bob), EMAIL, NO_CAP)).contains(bob);
  }

  @Test
  void whoNeverGotAnythingComesFirst() {
    Candidate alice = holding(ALICE, 0, EARLY);
    Candidate bob = holding(BOB, 0, null);

    assertThat(ROUND_ROBIN.choose(List.of(alice, bob), EMAIL, NO_CAP)).contains(bob);
  }

  @Test
  void leastLoadedChoosesWhoHoldsTheFewest() {
    Candidate alice = holding(ALICE, 3, EARLY);
    Candidate bob = holding(BOB, 2, LATE);

    assertThat(LEAST_LOADED.choose(List.of(alice, bob), EMAIL, NO_CAP)).contains(bob);
  }

  @Test
  void amongEquallyLoadedTheLongestWithoutWorkIsChosen() {
    Candidate alice = holding(ALICE, 2, LATE);
    Candidate bob = holding(BOB, 2, EARLY);

    assertThat(LEAST_LOADED.choose(List.of(alice, bob), EMAIL, NO_CAP)).contains(bob);
  }

  @Test
  void equalsAreChosenAlwaysAlikeWhateverTheirOrder() {
    Candidate alice = holding(ALICE, 1, null);
    Candidate bob = holding(BOB, 1, null);

    assertThat(ROUND_ROBIN.choose(List.of(bob, alice), EMAIL, NO_CAP)).contains(alice);
    assertThat(LEAST_LOADED.choose(List.of(alice, bob), EMAIL, NO_CAP)).contains(alice);
  }

  @Test
  void whoIsAwayGetsNothing() {
    Candidate away = new Candidate(ALICE, false, 0, null, ALL);

    assertThat(ROUND_ROBIN.choose(List.of(away), EMAIL, NO_CAP)).isEmpty();
    assertThat(LEAST_LOADED.choose(List.of(away, holding(BOB, 9, LATE)), EMAIL, NO_CAP))
        .contains(holding(BOB, 9, LATE));
  }

  @Test
  void whoHoldsAsManyAsTheCapGetsNothing() {
    Candidate full = holding(ALICE, 3, null);
    Candidate free = holding(CAROL, 2, LATE);

    assertThat(ROUND_ROBIN.choose(List.of(full, free), EMAIL, 3)).contains(free);
    assertThat(LEAST_LOADED.choose(List.of(full), EMAIL, 3)).isEmpty();
  }

  @Test
  void whoDoesNotWorkOnAChannelGetsNothingOfIt() {
    Candidate writer = new Candidate(ALICE, true, 0, null, Set.of(EMAIL, MESSAGING));
    Candidate caller = new Candidate(BOB, true, 9, LATE, Set.of(SPEAK));

    assertThat(LEAST_LOADED.choose(List.of(writer, caller), SPEAK, NO_CAP)).contains(caller);
    assertThat(LEAST_LOADED.choose(List.of(writer, caller), EMAIL, NO_CAP)).contains(writer);
    assertThat(ROUND_ROBIN.choose(List.of(writer), SPEAK, NO_CAP)).isEmpty();
  }

  @Test
  void aChannelIsServedWhenSomebodyCanTakeAConversationOfIt() {
    Candidate writer = new Candidate(ALICE, true, 2, null, Set.of(EMAIL));
    Candidate caller = new Candidate(BOB, true, 3, null, Set.of(SPEAK));
    Candidate away = new Candidate(CAROL, false, 0, null, ALL);

    assertThat(AssignmentPolicy.served(List.of(writer, caller, away), NO_CAP))
        .containsExactlyInAnyOrder(EMAIL, SPEAK);
    assertThat(AssignmentPolicy.served(List.of(writer, caller, away), 3)).containsExactly(EMAIL);
    assertThat(AssignmentPolicy.served(List.of(), NO_CAP)).isEmpty();
  }

  @Test
  void nobodyIsChosenFromAnEmptyQueue() {
    assertThat(ROUND_ROBIN.choose(List.of(), EMAIL, NO_CAP)).isEmpty();
  }

  @Test
  void aQueueServesEverybodyInTurn() {
    Candidate alice = holding(ALICE, 0, EARLY);
    Candidate bob = holding(BOB, 0, EARLY.plusSeconds(1));
    Candidate carol = holding(CAROL, 0, EARLY.plusSeconds(2));

    assertThat(ROUND_ROBIN.choose(List.of(alice, bob, carol), EMAIL, NO_CAP)).contains(alice);
    Candidate served = holding(ALICE, 1, LATE);
    assertThat(ROUND_ROBIN.choose(List.of(served, bob, carol), EMAIL, NO_CAP)).contains(bob);
  }

  private static Candidate holding(
      AgentId agent, int conversations, @Nullable Instant lastAssigned) {
    return new Candidate(agent, true, conversations, lastAssigned, ALL);
  }
}
