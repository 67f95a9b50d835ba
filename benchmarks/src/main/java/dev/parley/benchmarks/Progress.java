package dev.parley.benchmarks;

import dev.parley.benchmarks.report.Latency;
import dev.parley.benchmarks.report.ScenarioResult;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells whoever waits how far it is. */
final class Progress {
  private Progress() {}

  static void say(String words) {
    System.err.println(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + words);
  }

  static void say(ScenarioResult result) {
    say(
        String.format(
            Locale.ROOT,
            "  %s: %,.0f %s/s, ratio %.2f, errors %d; p99 %s",
            result.id(),
            result.most().median(),
            result.unit(),
            result.ratio(),
            result.most().errors(),
            result.latencies().stream().map(Progress::words).collect(Collectors.joining(", "))));
  }

  private static String words(Latency latency) {
    return String.format(Locale.ROOT, "%s %.1f ms", latency.label(), latency.p99Millis());
  }
}
