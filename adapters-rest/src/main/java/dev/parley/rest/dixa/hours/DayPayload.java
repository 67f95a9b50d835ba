package dev.parley.rest.dixa.hours;

import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.SpecialDay;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day.
 *
 * @param dayOfWeek 1 is Monday; absent for an exception
 * @param startDate since when it is so; absent in a list of upcoming days
 * @param nextDate the upcoming day; absent in a definition
 * @param recurring of an exception that comes every year
 */
@RegisterForReflection
@Schema(
    name = "BusinessHour",
    examples =
        """
        {"name": "Monday", "dayOfWeek": 1, "businessHourType": "Regular", "status": "Open",
         "intervals": [{"startTime": "08:00", "endTime": "16:00"}], "startDate": "2026-01-05"}""")
record DayPayload(
    String name,
    @Nullable Integer dayOfWeek,
    String businessHourType,
    String status,
    List<IntervalPayload> intervals,
    @Nullable String startDate,
    @Nullable String nextDate,
    @Nullable Recurring recurring) {
  static DayPayload weekly(Schedule schedule, DayOfWeek day, List<Interval> intervals) {
    LocalDate since = schedule.dayAt(schedule.createdAt());
    return new DayPayload(
        name(day),
        day.getValue(),
        "Regular",
        status(intervals),
        IntervalPayload.from(intervals),
        since.with(TemporalAdjusters.nextOrSame(day)).toString(),
        null,
        null);
  }

  static DayPayload special(SpecialDay day) {
    return new DayPayload(
        day.name(),
        null,
        "Holiday",
        status(day.intervals()),
        IntervalPayload.from(day.intervals()),
        day.date().toString(),
        null,
        day.yearly()
            ? new Recurring(day.date().getDayOfMonth(), day.date().getMonthValue())
            : null);
  }

  /** Empty for a day that nothing is said about. */
  static Optional<DayPayload> upcoming(Schedule schedule, LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return schedule
        .specialOn(date)
        .map(special -> upcoming(special.name(), "Holiday", special.intervals(), date))
        .or(
            () ->
                Optional.ofNullable(schedule.weekly().get(day))
                    .map(intervals -> upcoming(name(day), "Regular", intervals, date)));
  }

  private static DayPayload upcoming(
      String name, String type, List<Interval> intervals, LocalDate date) {
    return new DayPayload(
        name,
        date.getDayOfWeek().getValue(),
        type,
        status(intervals),
        IntervalPayload.from(intervals),
        null,
        date.toString(),
        null);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String status(List<Interval> intervals) {
    return intervals.isEmpty() ? "Closed" : "Open";
  }

  @RegisterForReflection
  record Recurring(int dayOfMonth, int monthOfYear) {}
}
