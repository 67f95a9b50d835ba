package dev.parley.domain.hours;

import dev.parley.domain.shared.Text;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * A day that is not like others of its kind.
 *
 * @param yearly every year on this day of the month, beginning with this one
 * @param intervals empty: closed
 */
public record SpecialDay(String name, LocalDate date, boolean yearly, List<Interval> intervals) {
  public static final int NAME_MAX = 200;

  public SpecialDay {
    name = Text.required("exceptions.name", name, NAME_MAX);
    intervals = Interval.inOrder(intervals);
  }

  boolean isOn(LocalDate day) {
    return yearly
        ? !day.isBefore(date) && MonthDay.from(day).equals(MonthDay.from(date))
        : day.equals(date);
  }
}
