package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of request, driven as hard as it goes and at fixed rates.
 *
 * @param id {@code W1} and so on
 * @param unit what is counted, in the plural, such as {@code messages}
 * @param shape which requests, on which data
 * @param messages in the database while it ran
 * @param most throughput under a closed loop, one figure a repeat
 * @param connections of the closed loop
 * @param ceiling null when there was no {@code pgbench}, or none can play the scenario
 * @param cost null for a scenario that is one long piece of work
 * @param latencies under an open loop, by rate
 * @param remarks what was made sure of, such as that nothing was claimed twice, and what to mind
 */
public record ScenarioResult(
    String id,
    String title,
    String unit,
    String shape,
    long messages,
    Throughput most,
    int connections,
    @Nullable Ceiling ceiling,
    @Nullable Cost cost,
    List<Latency> latencies,
    List<String> remarks) {
  /** Ours by the ceiling's; NaN without a ceiling. */
  @JsonProperty
  public double ratio() {
    return ceiling == null ? Double.NaN : most.median() / ceiling.median();
  }

  /** False when the machine was not the same before and after. */
  @JsonIgnore
  public boolean isSound() {
    return ceiling == null || ceiling.isSound();
  }
}
