package dev.parley.benchmarks.report;

import java.util.List;

/**
 * Everything one run has found out.
 *
 * @param growth empty unless the run was told to grow the data
 * @param starts empty unless the start was measured
 */
public record Report(
    Environment environment,
    List<ScenarioResult> scenarios,
    List<GrowthResult> growth,
    List<StartResult> starts) {}
