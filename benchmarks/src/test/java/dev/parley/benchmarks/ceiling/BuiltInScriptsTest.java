package dev.parley.benchmarks.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.benchmarks.report.Yardstick;
import dev.parley.benchmarks.server.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInScriptsTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir static Path directory;

  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = Postgres.start(directory, Map.of(), "");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void measuresAndLeavesNothing() {
    assumeTrue(Pgbench.isInstalled());
    List<String> before = databases();
    Yardstick yardstick = BuiltInScripts.measure(postgres, 1, SHORT);
    assertThat(yardstick.tpcbPerSecond()).isPositive();
    assertThat(yardstick.selectPerSecond()).isGreaterThan(yardstick.tpcbPerSecond());
    assertThat(databases()).isEqualTo(before);
  }

  @Test
  void withoutPgbenchThereAreNoFigures() {
    Yardstick yardstick = BuiltInScripts.measure(Optional.empty(), postgres, 1, SHORT);
    assertThat(yardstick.tpcbPerSecond()).isNaN();
    assertThat(yardstick.selectPerSecond()).isNaN();
  }

  private static List<String> databases() {
    return postgres.query("select datname from pg_database order by 1");
  }
}
