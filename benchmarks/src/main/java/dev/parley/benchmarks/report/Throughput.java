package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * @param perSecond one figure a repeat
 * @param errors answers that were not expected, of all repeats
 */
public record Throughput(List<Double> perSecond, long errors) {
  public Throughput {
    perSecond = List.copyOf(perSecond);
  }

  @JsonProperty
  public double median() {
    return Medians.of(perSecond);
  }

  public double least() {
    return perSecond.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  public double greatest() {
    return perSecond.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
