package dev.parley.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static Options parse(String... arguments) {
    return Options.parse(Path.of("/project"), arguments);
  }

  @Test
  void measuresEverythingByDefault() {
    Options options = parse();
    assertThat(options.has("W1")).isTrue();
    assertThat(options.growth()).isTrue();
    assertThat(options.starts()).isTrue();
    assertThat(options.sizes()).containsExactly(10_000L, 100_000L, 1_000_000L);
  }

  @Test
  void measuresOnlyWhatIsNamed() {
    Options options = parse("W3", "start");
    assertThat(options.has("W3")).isTrue();
    assertThat(options.has("W1")).isFalse();
    assertThat(options.growth()).isFalse();
    assertThat(options.starts()).isTrue();
    assertThat(parse("growth").has("W3")).isFalse();
    assertThat(parse("growth", "start").has("W3")).isFalse();
  }

  @Test
  void growsInStepsOfTenTimes() {
    assertThat(parse("--messages=50000").sizes()).containsExactly(10_000L, 50_000L);
    assertThat(parse("--huge").sizes()).endsWith(1_000_000L, 10_000_000L);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> parse("W0")).hasMessageContaining("'W0'");
    assertThatThrownBy(() -> parse("--fast")).hasMessageContaining("'--fast'");
    assertThatThrownBy(() -> parse("--messages=many")).hasMessageContaining("many");
  }
}
