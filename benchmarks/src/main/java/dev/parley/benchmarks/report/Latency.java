package dev.parley.benchmarks.report;

import java.util.List;

/**
 * Latency at one rate, from the moment a request was due, whether or not it could be sent then; the
 * repeats taken together.
 *
 * @param offered requests per second that were due
 * @param achieved answers per second
 * @param count answers
 * @param errors answers that were not expected, and requests without one
 * @param percentiles for a plot, from the median to the worst
 */
public record Latency(
    String label,
    double offered,
    double achieved,
    long count,
    long errors,
    double p50Millis,
    double p90Millis,
    double p99Millis,
    double p999Millis,
    double maxMillis,
    List<Percentile> percentiles) {
  /**
   * @param percentile from 0 to 100
   */
  public record Percentile(double percentile, double millis) {}
}
