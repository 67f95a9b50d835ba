package dev.parley.benchmarks.report;

import java.util.Collection;

/** The middle of some figures. */
public final class Medians {
  private Medians() {}

  /** NaN when there are none; of an even number the mean of the middle two. */
  public static double of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
