package dev.parley.benchmarks.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report for people: what was measured on, then the figures, the most important first. */
final class MarkdownReport {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int PERCENT = 100;
  private static final double GIBI = 1024.0 * 1024 * 1024;

  private MarkdownReport() {}

  static String of(Report report) {
    Markdown markdown = new Markdown().heading(1, "Benchmark report");
    addFaults(markdown, report);
    addEnvironment(markdown, report.environment());
    ScenarioSections.addTo(markdown, report.scenarios());
    OtherSections.addGrowth(markdown, report.growth());
    OtherSections.addStarts(markdown, report.starts());
    OtherSections.addScripts(markdown, report.scenarios());
    return markdown.toString();
  }

  private static void addFaults(Markdown markdown, Report report) {
    List<String> faults =
        report.scenarios().stream()
            .filter(scenario -> !scenario.isSound())
            .map(scenario -> scenario.id() + ": " + unsound(scenario))
            .map(fault -> "**" + Markdown.escape(fault) + "**")
            .toList();
    if (!faults.isEmpty()) {
      markdown.paragraph("**VOID: do not use the figures of these scenarios.**").list(faults);
    }
  }

  private static String unsound(ScenarioResult scenario) {
    double drift = scenario.ceiling() == null ? Double.NaN : scenario.ceiling().drift();
    return Double.isNaN(drift)
        ? "the ceiling was not measured both before and after"
        : "the ceiling drifted by %s, more than %s %%"
            .formatted(Figures.percentWithSign(drift), Figures.fixed(Ceiling.DRIFT_MAX * 100, 0));
  }

  private static void addEnvironment(Markdown markdown, Environment on) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "Commit "
            + Markdown.code(on.commit())
            + ", "
            + MINUTES.format(on.at())
            + ", took "
            + Figures.duration(on.took()));
    facts.add("Java: " + Markdown.escape(on.jdk()) + options(on.service()));
    facts.add("PostgreSQL: " + Markdown.escape(on.postgres()) + options(on.database()));
    facts.add(
        "Machine: %s, %d cores, %s GiB, %s"
            .formatted(
                Markdown.escape(on.processor()),
                on.cores(),
                Figures.of(on.memoryBytes() / GIBI),
                Markdown.escape(on.system())));
    facts.add("Cores: " + Markdown.escape(on.pinning()));
    facts.add("One fdatasync: " + Figures.of(on.syncMicros()) + " µs (median)");
    facts.add(
        "Stalls: threads that only read the clock, one on each core, lose %s %% of their time in pauses of %s ms at most"
            .formatted(
                Figures.of(on.stalls().share() * PERCENT),
                Figures.of(on.stalls().longestMillis())));
    facts.add(yardstick(on.yardstick()));
    markdown.list(facts);
  }

  private static String yardstick(Yardstick yardstick) {
    return "Yardstick: pgbench's own TPC-B-like %s, select-only %s (%d clients, prepared, scale %d)"
        .formatted(
            perSecond(yardstick.tpcbPerSecond()),
            perSecond(yardstick.selectPerSecond()),
            yardstick.clients(),
            yardstick.scale());
  }

  private static String perSecond(double rate) {
    return Double.isFinite(rate) ? Figures.of(rate) + "/s" : Figures.MISSING;
  }

  private static String options(List<String> options) {
    return options.isEmpty()
        ? ""
        : options.stream().map(Markdown::code).collect(Collectors.joining(", ", "; ", ""));
  }
}
