package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What {@code pgbench} reaches with the same statements on the same data.
 *
 * @param before units per second before the scenario
 * @param after units per second after it
 * @param clients of pgbench
 * @param script what it ran, so that anybody can judge whether it is the same
 */
public record Ceiling(double before, double after, int clients, String script) {
  /** Beyond this the machine was not the same before and after. */
  public static final double DRIFT_MAX = 0.10;

  @JsonProperty
  public double median() {
    return Medians.of(List.of(before, after));
  }

  /** How much slower or faster it was after the scenario; 0.1 is a tenth. */
  @JsonProperty
  public double drift() {
    return after / before - 1;
  }

  public boolean isSound() {
    return Math.abs(drift()) <= DRIFT_MAX;
  }
}
