package dev.parley.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.report.Latency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OpenRunsTest {
  /** The histograms keep three digits. */
  private static final Offset<Double> DIGITS = within(0.5);

  private static final int ANSWERS = 100;

  private static final OpenRuns RUNS =
      new OpenRuns("50/s", 50, List.of(run(10, 30, 0), run(12, 40, 1), run(200, 400, 2)));

  /** 95 answers took the one time, 5 the other. */
  private static HttpLoad.Paced run(long usualMillis, long slowMillis, long errors) {
    Histogram latencies = new Histogram(3);
    latencies.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(usualMillis), 95);
    latencies.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(slowMillis), 5);
    return new HttpLoad.Paced(50 - errors, errors, latencies);
  }

  @Test
  void oneStalledRunDoesNotDecideTheMedians() {
    Latency latency = RUNS.medians();
    assertThat(latency.p50Millis()).isCloseTo(12, DIGITS);
    assertThat(latency.p90Millis()).isCloseTo(12, DIGITS);
    assertThat(latency.p99Millis()).isCloseTo(40, DIGITS);
  }

  @Test
  void rareAnswersAndErrorsAreOfAllRuns() {
    Latency latency = RUNS.medians();
    assertThat(latency.p999Millis()).isCloseTo(400, DIGITS);
    assertThat(latency.maxMillis()).isCloseTo(400, DIGITS);
    assertThat(latency.errors()).isEqualTo(3);
    assertThat(latency.count()).isEqualTo(3L * ANSWERS);
    assertThat(latency.achieved()).isEqualTo(49);
    assertThat(latency.offered()).isEqualTo(50);
  }

  @Test
  void togetherTheyAreAsOneRun() {
    Latency latency = RUNS.together();
    assertThat(latency.p50Millis()).isCloseTo(12, DIGITS);
    assertThat(latency.p90Millis()).isCloseTo(200, DIGITS);
    assertThat(latency.p99Millis()).isCloseTo(400, DIGITS);
    assertThat(latency.percentiles().getLast().percentile()).isEqualTo(100);
  }
}
