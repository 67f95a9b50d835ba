package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Time from the process's start to the first 200.
 *
 * @param form such as {@code AOT cache, external database}
 * @param seconds one figure a start
 * @param residentBytes of the service at the last start, once ready
 */
public record StartResult(String form, List<Double> seconds, long residentBytes) {
  @JsonProperty
  public double median() {
    return Medians.of(seconds);
  }
}
