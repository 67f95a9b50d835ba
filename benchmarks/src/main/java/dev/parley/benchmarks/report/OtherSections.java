package dev.parley.benchmarks.report;

import dev.parley.benchmarks.report.Markdown.Table;
import java.util.List;

/** What follows the scenarios: growth, starts, and what pgbench ran. */
final class OtherSections {
  private OtherSections() {}

  static void addGrowth(Markdown markdown, List<GrowthResult> growth) {
    if (growth.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            "Scenario",
            "Rate/s",
            "Messages",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "Errors",
            "p99 factor");
    growth.forEach(result -> addSteps(table, result));
    markdown
        .heading(2, "Growth")
        .paragraph(howGrowthWasMeasured(growth.getFirst().rounds()))
        .table(table);
    if (Plots.hasGrowth(growth)) {
      markdown.image("p99 by number of messages, a line for each scenario", Plots.GROWTH);
    }
  }

  private static String howGrowthWasMeasured(int rounds) {
    return ("The same requests at the same rate on ever more data, each size in a database of its "
            + "own. The sizes were measured in turn, round after round (%d): p50 and p99 are "
            + "medians of the rounds, p99.9 and errors are of all rounds together.")
        .formatted(rounds);
  }

  private static void addSteps(Table table, GrowthResult result) {
    for (GrowthResult.Step step : result.steps()) {
      Latency latency = step.latency();
      double first = result.steps().getFirst().latency().p99Millis();
      boolean last = step.equals(result.steps().getLast());
      String factor = times(latency.p99Millis() / first);
      table.row(
          Markdown.escape(result.id() + " " + result.title()),
          Figures.chosen(result.perSecond()),
          Figures.of(step.messages()),
          Figures.of(latency.p50Millis()),
          Figures.of(latency.p99Millis()),
          Figures.of(latency.p999Millis()),
          Figures.of(latency.errors()),
          last ? "**" + factor + "**" : factor);
    }
  }

  private static String times(double factor) {
    return Double.isFinite(factor) ? Figures.fixed(factor, 2) + " ×" : Figures.MISSING;
  }

  static void addStarts(Markdown markdown, List<StartResult> starts) {
    if (starts.isEmpty()) {
      return;
    }
    Table table =
        new Table("Form", "Seconds to the first 200", "Least–greatest", "Starts", "RSS, MiB");
    starts.forEach(
        start ->
            table.row(
                Markdown.escape(start.form()),
                Figures.of(start.median()),
                spread(start.seconds()),
                Figures.of((long) start.seconds().size()),
                Figures.mebibytes(start.residentBytes())));
    markdown.heading(2, "Start").table(table);
  }

  private static String spread(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length < 2
        ? Figures.MISSING
        : Figures.of(sorted[0]) + "–" + Figures.of(sorted[sorted.length - 1]);
  }

  static void addScripts(Markdown markdown, List<ScenarioResult> scenarios) {
    if (scenarios.stream().allMatch(scenario -> scenario.ceiling() == null)) {
      return;
    }
    markdown.heading(2, "What pgbench ran");
    for (ScenarioResult scenario : scenarios) {
      Ceiling ceiling = scenario.ceiling();
      if (ceiling != null) {
        markdown.folded(
            "%s: %d clients, %s per second before, %s after"
                .formatted(
                    scenario.id(),
                    ceiling.clients(),
                    Figures.of(ceiling.before()),
                    Figures.of(ceiling.after())),
            ceiling.script());
      }
    }
  }
}
