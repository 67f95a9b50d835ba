package dev.parley.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {
  private static final double MIB = 1 << 20;

  @Test
  void countsWhatHappenedSince(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("gc.log");
    Files.writeString(
        file,
        """
        [0.010s][info][gc] Using Serial
        [0.400s][info][gc] GC(0) Pause Young (Allocation Failure) 68M->12M(245M) 4.500ms
        [1.400s][info][gc] GC(1) Pause Young (Allocation Failure) 80M->14M(245M) 2.250ms
        [2.400s][info][gc] GC(2) Pause Full (Metadata GC Threshold) 20M->13M(245M) 30.000ms
        """);
    GcLog log = new GcLog(file);
    assertThat(log.position()).isEqualTo(3);
    GcLog.Span span = log.since(1);
    assertThat(span.pauses()).isEqualTo(2);
    assertThat(span.longestMillis()).isEqualTo(30);
    assertThat(span.totalMillis()).isCloseTo(32.25, within(1e-9));
    assertThat(span.allocatedBytes()).isEqualTo((68 + 6) * MIB);
    assertThat(log.since(3).allocatedBytes()).isNaN();
  }
}
