package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void whatHappenedInTwoDecisionsIsTheTwoInARow() {
    Decision<Integer, String> both =
        new Decision<>(1, List.of("a", "b")).then(state -> new Decision<>(state + 1, List.of("c")));

    assertThat(both).isEqualTo(new Decision<>(2, List.of("a", "b", "c")));
  }

  @Test
  void nothingHappenedWithoutEvents() {
    assertThat(Decision.unchanged(1).isUnchanged()).isTrue();
    assertThat(new Decision<>(1, List.of("a")).isUnchanged()).isFalse();
  }

  @Test
  void whatHappenedCannotBeChanged() {
    List<String> events = new ArrayList<>(List.of("a"));
    Decision<Integer, String> decision = new Decision<>(1, events);

    events.add("b");

    assertThat(decision.events()).containsExactly("a");
  }

  @Test
  void aRefusalIsCheapAndSaysNothingOfItsValues() {
    DomainException refusal = SharedError.invalid("email", "must not be secret@example.org");

    assertThat(refusal).hasMessage("InvalidField");
    assertThat(refusal.getStackTrace()).isEmpty();
  }
}
