package dev.parley.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Figures that a run should have brought and has not. */
public final class Gaps {
  private Gaps() {}

  /**
   * @param withCeilings whether there was a pgbench
   * @return what is missing, in words; empty when nothing is
   */
  public static List<String> in(Report report, boolean withCeilings) {
    List<String> gaps = new ArrayList<>();
    for (ScenarioResult result : report.scenarios()) {
      require(gaps, result.id() + ": most", result.most().median());
      require(gaps, result.id() + ": errors", result.most().errors() == 0 ? 1 : 0);
      for (Latency latency : result.latencies()) {
        require(gaps, result.id() + ": latency at " + latency.label(), latency.p99Millis());
        require(
            gaps, result.id() + ": errors at " + latency.label(), latency.errors() == 0 ? 1 : 0);
      }
      Cost cost = result.cost();
      require(gaps, result.id() + ": CPU of the service", cost == null ? 0 : cost.serviceMicros());
      require(
          gaps, result.id() + ": CPU of the database", cost == null ? 0 : cost.databaseMicros());
      if (withCeilings && cost != null && !Double.isNaN(cost.statements())) {
        require(gaps, result.id() + ": ratio", result.ratio());
        require(gaps, result.id() + ": round trips", cost.roundTrips());
      }
    }
    for (GrowthResult growth : report.growth()) {
      require(gaps, growth.id() + ": growth", growth.factor());
    }
    for (StartResult start : report.starts()) {
      require(gaps, "start with " + start.form(), start.median());
    }
    return gaps;
  }

  private static void require(List<String> gaps, String name, double figure) {
    if (Double.isNaN(figure) || figure <= 0) {
      gaps.add(name);
    }
  }
}
