package dev.parley.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  /** Children that work for some hundredths of a second each, then silence. */
  private static final String SHORT_LIVED =
      "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do"
          + " ( j=0; while [ $j -lt 20000 ]; do j=$((j+1)); done ); done; echo over; read -r _";

  @Test
  void cpu_of_children_that_end_while_it_is_read_is_not_lost() throws IOException {
    Process process = new ProcessBuilder("sh", "-c", SHORT_LIVED).start();
    try {
      ProcessTree tree = new ProcessTree(process.toHandle());
      Duration before = Duration.ZERO;
      while (process.getInputStream().available() == 0) {
        Duration now = tree.cpu();
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
      assertThat(tree.cpu()).isGreaterThanOrEqualTo(before).isPositive();
    } finally {
      process.destroyForcibly();
    }
  }
}
