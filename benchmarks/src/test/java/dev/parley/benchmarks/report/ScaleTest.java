package dev.parley.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void linearEndsAtARoundNumber() {
    Scale scale = Scale.linear(List.of(0.25, 0.93));
    assertThat(scale.ticks()).extracting(Scale.Tick::label).containsExactly("0", "0.5", "1");
    assertThat(scale.at(0.5)).isEqualTo(0.5);
  }

  @Test
  void logarithmicHoldsAllValues() {
    Scale scale = Scale.logarithmic(List.of(7.4, 22.3));
    assertThat(scale.ticks()).extracting(Scale.Tick::label).containsExactly("5", "10", "20", "50");
    assertThat(scale.at(5)).isEqualTo(0);
    assertThat(scale.at(50)).isEqualTo(1);
  }

  @Test
  void logarithmicNamesOnlyPowersOfTenWhenItIsLong() {
    Scale scale = Scale.logarithmic(List.of(0.07, 130.0));
    assertThat(scale.ticks())
        .extracting(Scale.Tick::label)
        .containsExactly("0.1", "1", "10", "100");
    assertThat(scale.at(0.05)).isEqualTo(0);
  }

  @Test
  void logarithmicHasRoomForASingleValue() {
    Scale scale = Scale.logarithmic(List.of(10.0));
    assertThat(scale.ticks()).extracting(Scale.Tick::label).containsExactly("10", "20");
    assertThat(scale.at(10)).isEqualTo(0);
  }

  @Test
  void percentilesAreEvenlyApartByNines() {
    Scale scale = Scale.percentiles();
    double step = scale.at(99) - scale.at(90);
    assertThat(scale.at(50)).isEqualTo(0);
    assertThat(scale.at(99.99)).isEqualTo(1);
    assertThat(scale.at(99.9) - scale.at(99)).isCloseTo(step, within(1e-9));
  }
}
