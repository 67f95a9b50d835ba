package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The same requests at the same rate on ever more data.
 *
 * @param rounds in each of which every size was measured once
 * @param steps the smallest first
 */
public record GrowthResult(
    String id, String title, double perSecond, int rounds, List<Step> steps) {
  public GrowthResult {
    steps = List.copyOf(steps);
  }

  /**
   * @param messages in the database before anything was measured
   * @param latency percentiles up to the 99th are medians of the rounds', all else is of the rounds
   *     together
   */
  public record Step(long messages, Latency latency) {}

  /** How many times the first 99th percentile the last one is. */
  @JsonProperty
  public double factor() {
    return steps.getLast().latency().p99Millis() / steps.getFirst().latency().p99Millis();
  }
}
