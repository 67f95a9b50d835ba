package dev.parley.application.hours;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.hours.SpecialDay;
import io.smallrye.mutiny.Uni;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Keeps schedules of business hours. */
public final class ScheduleAdministration {
  private final Schedules schedules;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public ScheduleAdministration(
      Schedules schedules, IdSource ids, InstantSource clock, Wakeups wakeups) {
    this.schedules = schedules;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  public Uni<Schedule> create(Actor actor, Hours wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Schedule schedule = schedule(new ScheduleId(ids.next()), wanted);
    return schedules.add(actor.organization(), schedule).replaceWith(schedule);
  }

  /** Oldest first. */
  public Uni<List<Schedule>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return schedules.list(actor.organization());
  }

  /**
   * @return fails with {@code ScheduleNotFound}
   */
  public Uni<Schedule> get(Actor actor, ScheduleId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return schedules.get(actor.organization(), id);
  }

  /**
   * @return fails with {@code ScheduleNotFound}
   */
  public Uni<Schedule> replace(Actor actor, ScheduleId id, Hours wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return schedules
        .replace(actor.organization(), schedule(id, wanted))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  /**
   * @return fails with {@code ScheduleNotFound}, {@code ScheduleInUse}
   */
  public Uni<Void> delete(Actor actor, ScheduleId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return schedules.remove(actor.organization(), id);
  }

  private Schedule schedule(ScheduleId id, Hours wanted) {
    return new Schedule(
        id, wanted.name(), wanted.zone(), wanted.weekly(), wanted.special(), clock.instant());
  }

  /** A schedule as an administrator describes one. */
  public record Hours(
      String name, ZoneId zone, Map<DayOfWeek, List<Interval>> weekly, List<SpecialDay> special) {}
}
