package dev.parley.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives the service until it gets no faster. */
public final class WarmUp {
  /** Change within the window that counts as none. */
  private static final double SLOPE_MAX = 0.02;

  private static final Duration SAMPLE = Duration.ofSeconds(2);
  private static final int WINDOW = 5;

  private final Duration atMost;

  public WarmUp(Duration atMost) {
    this.atMost = atMost;
  }

  /**
   * @return whether it became steady within the time given
   */
  public boolean run(Drive drive) {
    List<Double> samples = new ArrayList<>();
    long end = System.nanoTime() + atMost.toNanos();
    Duration sample = atMost.compareTo(SAMPLE) < 0 ? atMost : SAMPLE;
    while (System.nanoTime() < end) {
      samples.add(drive.run(sample).perSecond());
      if (samples.size() >= WINDOW
          && Math.abs(slope(samples.subList(samples.size() - WINDOW, samples.size())))
              < SLOPE_MAX) {
        return true;
      }
    }
    return false;
  }

  /** How much the least-squares line rises from the first to the last, relative to the mean. */
  static double slope(List<Double> samples) {
    int n = samples.size();
    double middle = (n - 1) / 2.0;
    double mean = samples.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      above += (i - middle) * (samples.get(i) - mean);
      below += (i - middle) * (i - middle);
    }
    return above / below * (n - 1) / mean;
  }
}
