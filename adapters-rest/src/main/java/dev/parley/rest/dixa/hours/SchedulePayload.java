package dev.parley.rest.dixa.hours;

import dev.parley.domain.hours.Schedule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schedule, as a definition or resolved to upcoming days.
 *
 * @param exceptions absent where the days are resolved
 */
@RegisterForReflection
@Schema(name = "BusinessHoursSchedule")
record SchedulePayload(
    UUID id,
    String name,
    String timezone,
    List<DayPayload> businessHours,
    @Nullable List<DayPayload> exceptions) {
  static SchedulePayload definition(Schedule schedule) {
    return new SchedulePayload(
        schedule.id().value(),
        schedule.name(),
        schedule.zone().getId(),
        schedule.weekly().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(day -> DayPayload.weekly(schedule, day.getKey(), day.getValue()))
            .toList(),
        schedule.special().stream().map(DayPayload::special).toList());
  }

  static SchedulePayload upcoming(Schedule schedule, LocalDate today, int days) {
    return new SchedulePayload(
        schedule.id().value(),
        schedule.name(),
        schedule.zone().getId(),
        IntStream.range(0, days)
            .mapToObj(day -> DayPayload.upcoming(schedule, today.plusDays(day)))
            .flatMap(Optional::stream)
            .toList(),
        null);
  }

  /** The envelope in the envelope. */
  @RegisterForReflection
  @Schema(
      name = "BusinessHoursScheduleOutput",
      examples =
          """
          {"schedule": {"id": "0b6f3b59-91fd-4f60-bd3d-8d4f1f4b0c3c", "name": "Office",
                        "timezone": "Europe/Copenhagen", "businessHours": [], "exceptions": []}}""")
  record One(SchedulePayload schedule) {}

  @RegisterForReflection
  @Schema(
      name = "BusinessHoursSchedules",
      examples =
          """
          {"schedules": [{"id": "a0d559bf-cdf8-4088-841d-f3807b93272e", "name": "Office"}]}""")
  record All(List<Entry> schedules) {
    static All from(List<Schedule> schedules) {
      return new All(
          schedules.stream().map(each -> new Entry(each.id().value(), each.name())).toList());
    }
  }

  @RegisterForReflection
  record Entry(UUID id, String name) {}
}
