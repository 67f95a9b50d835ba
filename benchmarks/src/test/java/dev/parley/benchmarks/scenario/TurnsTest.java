package dev.parley.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final List<Integer> SIZES = List.of(1, 10, 100);

  @Test
  void goesUpAndDownInTurn() {
    assertThat(Turns.of(SIZES, 0)).containsExactly(1, 10, 100);
    assertThat(Turns.of(SIZES, 1)).containsExactly(100, 10, 1);
    assertThat(Turns.of(SIZES, 2)).containsExactly(1, 10, 100);
  }
}
