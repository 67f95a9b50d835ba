package dev.parley.rest.dixa.hours;

import dev.parley.application.hours.ScheduleAdministration.Hours;
import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.SpecialDay;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as a client wants it; what a definition shows can be sent back. */
@RegisterForReflection
@Schema(
    name = "BusinessHoursScheduleInput",
    examples =
        """
        {"name": "Office", "timezone": "Europe/Copenhagen",
         "businessHours": [
           {"dayOfWeek": 1, "intervals": [{"startTime": "08:00", "endTime": "16:00"}]},
           {"dayOfWeek": 7, "intervals": []}],
         "exceptions": [
           {"name": "Christmas", "startDate": "2026-12-25",
            "recurring": {"dayOfMonth": 25, "monthOfYear": 12}, "intervals": []}]}""")
record ScheduleRequest(
    String name,
    String timezone,
    @Nullable List<DayRequest> businessHours,
    @Nullable List<ExceptionRequest> exceptions) {
  ScheduleRequest {
    name = Required.text("name", name);
    timezone = Required.text("timezone", timezone);
  }

  Hours toHours() {
    Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayRequest day : Required.elements("businessHours", businessHours)) {
      if (weekly.put(day.day(), IntervalPayload.toDomain(day.intervals())) != null) {
        throw RequestRefused.badBody("businessHours", "name a day twice");
      }
    }
    return new Hours(
        name,
        zone(timezone),
        weekly,
        Required.elements("exceptions", exceptions).stream()
            .map(ExceptionRequest::toDomain)
            .toList());
  }

  /** Names of regions alone: an offset has no summer. */
  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw RequestRefused.badBody("timezone", "must be a name such as Europe/Copenhagen");
    }
    return ZoneId.of(name);
  }

  /**
   * @param dayOfWeek 1 is Monday
   * @param intervals none: closed
   */
  @RegisterForReflection
  @Schema(name = "BusinessHourInput")
  record DayRequest(Integer dayOfWeek, @Nullable List<IntervalPayload> intervals) {
    DayRequest {
      dayOfWeek = Required.field("businessHours.dayOfWeek", dayOfWeek);
    }

    DayOfWeek day() {
      if (dayOfWeek < 1 || dayOfWeek > DayOfWeek.values().length) {
        throw RequestRefused.badBody("businessHours.dayOfWeek", "must be 1 to 7");
      }
      return DayOfWeek.of(dayOfWeek);
    }
  }

  /**
   * @param recurring present: every year on the day of {@code startDate}
   * @param intervals none: closed
   */
  @RegisterForReflection
  @Schema(name = "BusinessHoursExceptionInput")
  record ExceptionRequest(
      String name,
      String startDate,
      DayPayload.@Nullable Recurring recurring,
      @Nullable List<IntervalPayload> intervals) {
    ExceptionRequest {
      name = Required.text("exceptions.name", name);
      startDate = Required.text("exceptions.startDate", startDate);
    }

    SpecialDay toDomain() {
      LocalDate date = date(startDate);
      if (recurring != null
          && (recurring.dayOfMonth() != date.getDayOfMonth()
              || recurring.monthOfYear() != date.getMonthValue())) {
        throw RequestRefused.badBody("exceptions.recurring", "must be the day of startDate");
      }
      return new SpecialDay(name, date, recurring != null, IntervalPayload.toDomain(intervals));
    }

    private static LocalDate date(String text) {
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() >= 1900 && date.getYear() <= 9999) {
          return date;
        }
      } catch (DateTimeException e) {
        throw badDate();
      }
      throw badDate();
    }

    private static RequestRefused badDate() {
      return RequestRefused.badBody("exceptions.startDate", "must be a date such as 2026-12-25");
    }
  }
}
