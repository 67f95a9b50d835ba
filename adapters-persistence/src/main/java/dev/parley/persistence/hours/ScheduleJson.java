package dev.parley.persistence.hours;

import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.hours.SpecialDay;
import dev.parley.persistence.support.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A schedule's hours as they are stored: days of the week by number, intervals in minutes. */
public final class ScheduleJson {
  /** Of a schedule {@code b}; what {@link #toDomain} reads. */
  public static final String COLUMNS =
      """
      b.id as schedule_id, b.name as schedule_name, b.zone, b.hours,
      b.created_at as schedule_created_at
      """;

  private ScheduleJson() {}

  static JsonObject write(Schedule schedule) {
    JsonObject weekly = new JsonObject();
    schedule
        .weekly()
        .forEach((day, intervals) -> weekly.put(String.valueOf(day.getValue()), write(intervals)));
    JsonArray special = new JsonArray();
    for (SpecialDay day : schedule.special()) {
      special.add(
          new JsonObject()
              .put("name", day.name())
              .put("date", day.date().toString())
              .put("yearly", day.yearly())
              .put("intervals", write(day.intervals())));
    }
    return new JsonObject().put("weekly", weekly).put("special", special);
  }

  private static JsonArray write(List<Interval> intervals) {
    JsonArray array = new JsonArray();
    intervals.forEach(
        interval -> array.add(new JsonArray().add(interval.from()).add(interval.to())));
    return array;
  }

  public static Schedule toDomain(Row row) {
    JsonObject hours = row.getJsonObject("hours");
    Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
    JsonObject days = hours.getJsonObject("weekly");
    days.fieldNames()
        .forEach(
            day ->
                weekly.put(DayOfWeek.of(Integer.parseInt(day)), intervals(days.getJsonArray(day))));
    return new Schedule(
        new ScheduleId(row.getUUID("schedule_id")),
        row.getString("schedule_name"),
        ZoneId.of(row.getString("zone")),
        weekly,
        hours.getJsonArray("special").stream()
            .map(JsonObject.class::cast)
            .map(ScheduleJson::special)
            .toList(),
        Rows.requiredInstant(row, "schedule_created_at"));
  }

  private static SpecialDay special(JsonObject day) {
    return new SpecialDay(
        day.getString("name"),
        LocalDate.parse(day.getString("date")),
        day.getBoolean("yearly"),
        intervals(day.getJsonArray("intervals")));
  }

  private static List<Interval> intervals(JsonArray array) {
    return array.stream()
        .map(JsonArray.class::cast)
        .map(pair -> new Interval(pair.getInteger(0), pair.getInteger(1)))
        .toList();
  }
}
