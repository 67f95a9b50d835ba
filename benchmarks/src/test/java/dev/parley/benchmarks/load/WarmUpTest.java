package dev.parley.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void aLineRisesByWhatItsEndsDiffer() {
    assertThat(WarmUp.slope(List.of(90.0, 95.0, 100.0, 105.0, 110.0))).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void noiseAroundAMeanHardlyRises() {
    assertThat(WarmUp.slope(List.of(101.0, 99.0, 100.0, 99.0, 101.0))).isCloseTo(0, within(0.001));
  }
}
