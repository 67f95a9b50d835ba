package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The same requests at the same rate on ever more data. */
public record GrowthResult(String id, String title, double perSecond, List<Step> steps) {
  public GrowthResult {
    steps = List.copyOf(steps);
  }

  /**
   * @param messages in the database
   */
  public record Step(long messages, Latency latency) {}

  /** How many times the first 99th percentile the last one is. */
  @JsonProperty
  public double factor() {
    return steps.getLast().latency().p99Millis() / steps.getFirst().latency().p99Millis();
  }
}
