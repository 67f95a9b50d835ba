package dev.parley.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Where a value is on an axis, from 0 to 1. */
interface Scale {
  double at(double value);

  /** The values that are written at the axis, in ascending order. */
  List<Tick> ticks();

  record Tick(double value, String label) {}

  /** From 0 to a round number that is not below any of the values. */
  static Scale linear(Collection<Double> values) {
    double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double step = roundStep(greatest > 0 ? greatest / 4 : 1);
    int steps = (int) Math.max(1, Math.ceil(greatest / step - 1e-9));
    return of(
        value -> value / (step * steps),
        IntStream.rangeClosed(0, steps).mapToObj(i -> tick(i * step)).toList());
  }

  private static double roundStep(double wanted) {
    double decade = Math.pow(10, Math.floor(Math.log10(wanted)));
    double digit = wanted / decade;
    return decade * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  /** Logarithmic, between numbers such as 1, 2 and 5 that hold all values; they are positive. */
  static Scale logarithmic(Collection<Double> values) {
    List<Double> marks = marks(values);
    double from = Math.log10(marks.getFirst());
    double to = Math.log10(marks.getLast());
    boolean crowded = marks.size() > 7;
    return of(
        value -> (Math.log10(value) - from) / (to - from),
        marks.stream().filter(mark -> !crowded || isPowerOfTen(mark)).map(Scale::tick).toList());
  }

  private static boolean isPowerOfTen(double mark) {
    double power = Math.log10(mark);
    return Math.abs(power - Math.rint(power)) < 1e-9;
  }

  /**
   * The mark below the least value, the one above the greatest, and those between; two at least.
   */
  private static List<Double> marks(Collection<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
    List<Double> marks = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(least)); ; decade++) {
      for (int digit : new int[] {1, 2, 5}) {
        double mark = digit * Math.pow(10, decade);
        if (mark <= least) {
          marks.clear();
        }
        marks.add(mark);
        if (marks.size() > 1 && mark >= greatest) {
          return List.copyOf(marks);
        }
      }
    }
  }

  /** The axis of HdrHistogram, {@code log(1 / (1 - p))}, from the median to 99.99 %. */
  static Scale percentiles() {
    double median = nines(50);
    double range = nines(99.99) - median;
    return of(
        percentile -> (nines(percentile) - median) / range,
        List.of(
            new Tick(50, "50 %"),
            new Tick(90, "90 %"),
            new Tick(99, "99 %"),
            new Tick(99.9, "99.9 %"),
            new Tick(99.99, "99.99 %")));
  }

  private static double nines(double percentile) {
    return -Math.log10(1 - percentile / 100);
  }

  private static Tick tick(double value) {
    return new Tick(value, value < 1 ? shortened(value) : Figures.chosen(rounded(value)));
  }

  /** Without the zeros at the end and the noise of binary fractions. */
  private static String shortened(double value) {
    return value == 0
        ? "0"
        : BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
  }

  private static double rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(9)).doubleValue();
  }

  private static Scale of(DoubleUnaryOperator at, List<Tick> ticks) {
    return new Scale() {
      @Override
      public double at(double value) {
        return at.applyAsDouble(value);
      }

      @Override
      public List<Tick> ticks() {
        return ticks;
      }
    };
  }
}
