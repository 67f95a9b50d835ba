package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.report.Latency;
import dev.parley.benchmarks.report.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * Runs under an open loop at one rate.
 *
 * @param offered requests per second that were due
 * @param runs at least one
 */
record OpenRuns(String label, double offered, List<HttpLoad.Paced> runs) {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  /** As if they had been one run. */
  Latency together() {
    Histogram all = all();
    return latency(all, percentile -> millis(all, percentile));
  }

  /**
   * Percentiles up to the 99th are medians of the runs', so that a stall in one of them does not
   * decide; all else is as if they had been one run.
   */
  Latency medians() {
    return latency(all(), this::median);
  }

  private double median(double percentile) {
    return Medians.of(runs.stream().map(run -> millis(run.latencies(), percentile)).toList());
  }

  private Histogram all() {
    Histogram all = new Histogram(DIGITS);
    runs.forEach(run -> all.add(run.latencies()));
    return all;
  }

  /**
   * @param usual how the percentiles that are not of rare answers are taken, in milliseconds
   */
  private Latency latency(Histogram all, DoubleUnaryOperator usual) {
    return new Latency(
        label,
        offered,
        mean(HttpLoad.Paced::achieved),
        all.getTotalCount(),
        runs.stream().mapToLong(HttpLoad.Paced::errors).sum(),
        usual.applyAsDouble(50),
        usual.applyAsDouble(90),
        usual.applyAsDouble(99),
        millis(all, 99.9),
        all.getMaxValue() / NANOS_PER_MILLI,
        percentiles(all));
  }

  private double mean(ToDoubleFunction<HttpLoad.Paced> figure) {
    return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  /** Half the distance to 100 % in five steps, as HdrHistogram's own plots have it. */
  private static List<Latency.Percentile> percentiles(Histogram histogram) {
    List<Latency.Percentile> points = new ArrayList<>();
    histogram
        .percentiles(5)
        .forEach(
            value ->
                points.add(
                    new Latency.Percentile(
                        value.getPercentileLevelIteratedTo(),
                        value.getValueIteratedTo() / NANOS_PER_MILLI)));
    return points;
  }
}
