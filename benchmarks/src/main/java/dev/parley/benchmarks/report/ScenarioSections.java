package dev.parley.benchmarks.report;

import dev.parley.benchmarks.report.Markdown.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the scenarios found out: an overview, what a unit costs, and each by itself. */
final class ScenarioSections {
  private ScenarioSections() {}

  static void addTo(Markdown markdown, List<ScenarioResult> scenarios) {
    if (scenarios.isEmpty()) {
      return;
    }
    addSummary(markdown, scenarios);
    addCosts(markdown, scenarios);
    markdown.heading(2, "Latency");
    markdown.paragraph(
        "Milliseconds under an open loop, from the moment a request was due, whether or not it "
            + "could be sent then.");
    scenarios.forEach(scenario -> addScenario(markdown, scenario));
  }

  private static void addSummary(Markdown markdown, List<ScenarioResult> scenarios) {
    Table table =
        new Table(
            "Scenario",
            "Most per second (least–greatest)",
            "Ceiling per second (drift)",
            "Ratio",
            "Ratio on cores of its own",
            "p50 / p99 / p99.9 ms at a rate");
    scenarios.forEach(
        s ->
            table.row(
                name(s),
                most(s),
                ceiling(s),
                Figures.fixed(s.ratio(), 2),
                Figures.fixed(databaseRatio(s), 2),
                latencies(s)));
    markdown
        .heading(2, "Summary")
        .paragraph(
            "Most: closed loop, the median of the repeats. Ceiling: pgbench with the same "
                + "statements on the same data, before and after. Ratio: on cores that are shared "
                + "as said above. On cores of its own: what PostgreSQL spends on a unit under "
                + "pgbench divided by what it spends under the service, which is what the ratio "
                + "comes to where service and load have cores of theirs, as many as they need.")
        .table(table);
    if (Plots.hasRatios(scenarios)) {
      markdown.image("Throughput divided by the ceiling, a bar for each scenario", Plots.RATIO);
    }
  }

  private static String name(ScenarioResult scenario) {
    return "**" + Markdown.escape(scenario.id()) + "** " + Markdown.escape(scenario.title());
  }

  private static double databaseRatio(ScenarioResult scenario) {
    Cost cost = scenario.cost();
    return cost == null ? Double.NaN : cost.databaseRatio();
  }

  private static String most(ScenarioResult scenario) {
    Throughput most = scenario.most();
    String spread =
        most.perSecond().size() < 2
            ? ""
            : " (" + Figures.of(most.least()) + "–" + Figures.of(most.greatest()) + ")";
    String errors = most.errors() == 0 ? "" : ", **" + Figures.of(most.errors()) + " errors**";
    return Figures.of(most.median()) + spread + errors;
  }

  private static String ceiling(ScenarioResult scenario) {
    Ceiling ceiling = scenario.ceiling();
    return ceiling == null || Double.isNaN(ceiling.median())
        ? Figures.MISSING
        : Figures.of(ceiling.median()) + " (" + Figures.percentWithSign(ceiling.drift()) + ")";
  }

  private static String latencies(ScenarioResult scenario) {
    return scenario.latencies().isEmpty()
        ? Figures.MISSING
        : scenario.latencies().stream()
            .map(
                l ->
                    Stream.of(l.p50Millis(), l.p99Millis(), l.p999Millis())
                        .map(Figures::of)
                        .collect(
                            Collectors.joining(
                                " / ", Figures.chosen(l.offered()) + "/s: ", errors(l.errors()))))
            .collect(Collectors.joining("<br>"));
  }

  private static String errors(long errors) {
    return errors == 0 ? "" : ", **" + Figures.of(errors) + " errors**";
  }

  private static void addCosts(Markdown markdown, List<ScenarioResult> scenarios) {
    Table processor =
        new Table(
            "Scenario",
            "Service, CPU µs",
            "PostgreSQL, CPU µs",
            "PostgreSQL under pgbench, CPU µs",
            "Load, CPU µs",
            "Statements",
            "Round trips",
            "Allocated KiB",
            "WAL bytes");
    Table memory =
        new Table(
            "Scenario", "RSS at the end, MiB", "GC pauses", "Longest, ms", "All together, ms");
    for (ScenarioResult scenario : scenarios) {
      Cost cost = scenario.cost();
      if (cost != null) {
        processor.row(
            Markdown.escape(scenario.id()),
            Figures.of(cost.serviceMicros()),
            Figures.of(cost.databaseMicros()),
            Figures.of(cost.ceilingMicros()),
            Figures.of(cost.loadMicros()),
            Figures.chosen(cost.statements()),
            Figures.chosen(cost.roundTrips()),
            Figures.kibibytes(cost.allocatedBytes()),
            Figures.of(cost.walBytes()));
        memory.row(
            Markdown.escape(scenario.id()),
            Figures.mebibytes(cost.residentBytes()),
            cost.pauses() < 0 ? Figures.MISSING : Figures.of(cost.pauses()),
            Figures.of(cost.longestPauseMillis()),
            Figures.of(cost.pausedMillis()));
      }
    }
    if (scenarios.stream().anyMatch(scenario -> scenario.cost() != null)) {
      markdown
          .heading(2, "Cost")
          .paragraph("Of one unit, on average, under full load.")
          .table(processor)
          .paragraph("Of the service while it ran.")
          .table(memory);
    }
  }

  private static void addScenario(Markdown markdown, ScenarioResult scenario) {
    markdown.heading(3, scenario.id() + " " + scenario.title());
    markdown.paragraph(
        "%s. %s messages in the database; the most under %s connections, counted in %s."
            .formatted(
                Markdown.escape(scenario.shape().replaceFirst("\\.$", "")),
                Figures.of(scenario.messages()),
                Figures.of((long) scenario.connections()),
                Markdown.escape(scenario.unit())));
    markdown.table(percentiles(scenario.latencies()));
    if (Plots.hasLatency(scenario)) {
      markdown.image(
          scenario.id() + ": latency by percentile, a line for each rate",
          Plots.latencyFile(scenario));
    }
    markdown.list(scenario.remarks().stream().map(Markdown::escape).toList());
  }

  private static Table percentiles(List<Latency> latencies) {
    Table table =
        new Table(
            "Rate",
            "Due/s",
            "Answered/s",
            "Answers",
            "Errors",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "Worst");
    latencies.forEach(
        l ->
            table.row(
                Markdown.escape(l.label()),
                Figures.chosen(l.offered()),
                Figures.of(l.achieved()),
                Figures.of(l.count()),
                Figures.of(l.errors()),
                Figures.of(l.p50Millis()),
                Figures.of(l.p90Millis()),
                Figures.of(l.p99Millis()),
                Figures.of(l.p999Millis()),
                Figures.of(l.maxMillis())));
    return table;
  }
}
