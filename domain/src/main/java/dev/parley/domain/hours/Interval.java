package dev.parley.domain.hours;

import dev.parley.domain.shared.SharedError;
import java.util.Comparator;
import java.util.List;

/**
 * Hours of a day by the clock on the wall.
 *
 * @param from minutes after midnight, inclusive
 * @param to exclusive; {@link #DAY} is the end of the day
 */
public record Interval(int from, int to) {
  /** Minutes that a clock shows in a day. */
  public static final int DAY = 24 * 60;

  public static final int PER_DAY_MAX = 24;

  public Interval {
    if (from < 0 || from >= to || to > DAY) {
      throw SharedError.invalid("intervals", "must begin before they end, within one day");
    }
  }

  /** The intervals of one day in their order. */
  static List<Interval> inOrder(List<Interval> intervals) {
    if (intervals.size() > PER_DAY_MAX) {
      throw SharedError.invalid("intervals", "must be at most " + PER_DAY_MAX + " a day");
    }
    List<Interval> sorted =
        intervals.stream().sorted(Comparator.comparingInt(Interval::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from() < sorted.get(i - 1).to()) {
        throw SharedError.invalid("intervals", "must not overlap");
      }
    }
    return sorted;
  }
}
