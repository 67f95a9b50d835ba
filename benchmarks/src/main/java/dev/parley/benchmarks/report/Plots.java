package dev.parley.benchmarks.report;

import dev.parley.benchmarks.report.LinePlot.Line;
import dev.parley.benchmarks.report.LinePlot.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The plots of a report. Figures that are missing are no points; without points there is no plot.
 */
final class Plots {
  static final String RATIO = "ratio.svg";
  static final String GROWTH = "growth.svg";

  /** What comes behind rests on too few answers. */
  private static final double HIGHEST = 99.99;

  private Plots() {}

  /** SVG by file name. */
  static Map<String, String> of(Report report) {
    Map<String, String> plots = new LinkedHashMap<>();
    for (ScenarioResult scenario : report.scenarios()) {
      if (hasLatency(scenario)) {
        plots.put(latencyFile(scenario), latency(scenario));
      }
    }
    if (hasGrowth(report.growth())) {
      plots.put(GROWTH, growth(report.growth()));
    }
    if (hasRatios(report.scenarios())) {
      plots.put(RATIO, ratios(report.scenarios()));
    }
    return plots;
  }

  static String latencyFile(ScenarioResult scenario) {
    String name = scenario.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "latency-" + name + ".svg";
  }

  static boolean hasLatency(ScenarioResult scenario) {
    return !latencyLines(scenario).isEmpty();
  }

  static boolean hasGrowth(List<GrowthResult> growth) {
    return !growthLines(growth).isEmpty();
  }

  static boolean hasRatios(List<ScenarioResult> scenarios) {
    return scenarios.stream().anyMatch(scenario -> Double.isFinite(scenario.ratio()));
  }

  private static String latency(ScenarioResult scenario) {
    List<Line> lines = latencyLines(scenario);
    return new LinePlot(
            scenario.id() + " " + scenario.title(),
            "Percentile",
            "Milliseconds",
            Scale.percentiles(),
            Scale.logarithmic(heights(lines)),
            lines)
        .svg();
  }

  private static List<Line> latencyLines(ScenarioResult scenario) {
    return scenario.latencies().stream()
        .map(l -> new Line(Figures.chosen(l.offered()) + "/s", points(l)))
        .filter(line -> !line.points().isEmpty())
        .toList();
  }

  private static List<Point> points(Latency latency) {
    return latency.percentiles().stream()
        .filter(p -> p.percentile() >= 50 && p.percentile() <= HIGHEST)
        .map(p -> new Point(p.percentile(), p.millis()))
        .filter(Plots::isVisible)
        .toList();
  }

  private static String growth(List<GrowthResult> growth) {
    List<Line> lines = growthLines(growth);
    return new LinePlot(
            "p99 as the data grows",
            "Messages in the database",
            "Milliseconds",
            Scale.logarithmic(
                lines.stream().flatMap(l -> l.points().stream()).map(Point::x).toList()),
            Scale.logarithmic(heights(lines)),
            lines)
        .svg();
  }

  private static List<Line> growthLines(List<GrowthResult> growth) {
    return growth.stream()
        .map(
            g ->
                new Line(
                    g.id() + ", " + Figures.chosen(g.perSecond()) + "/s",
                    g.steps().stream()
                        .map(s -> new Point(s.messages(), s.latency().p99Millis()))
                        .filter(Plots::isVisible)
                        .toList()))
        .filter(line -> !line.points().isEmpty())
        .toList();
  }

  /** A logarithmic axis has no 0. */
  private static boolean isVisible(Point point) {
    return Double.isFinite(point.y()) && point.y() > 0 && point.x() > 0;
  }

  private static List<Double> heights(List<Line> lines) {
    return lines.stream().flatMap(line -> line.points().stream()).map(Point::y).toList();
  }

  private static String ratios(List<ScenarioResult> scenarios) {
    return new BarPlot(
            "Throughput ÷ ceiling",
            1,
            "pgbench",
            scenarios.stream()
                .filter(s -> Double.isFinite(s.ratio()))
                .map(
                    s ->
                        new BarPlot.Bar(
                            s.id() + " " + s.title(), s.ratio(), Figures.fixed(s.ratio(), 2)))
                .toList())
        .svg();
  }
}
