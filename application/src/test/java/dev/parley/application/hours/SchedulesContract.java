package dev.parley.application.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleError.ScheduleInUse;
import dev.parley.domain.hours.ScheduleError.ScheduleNotFound;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.hours.SpecialDay;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the store of schedules promises. */
public interface SchedulesContract extends StoreContract {
  Schedules schedules();

  /** Puts a queue into the organization. */
  void add(OrganizationId organization, Queue queue);

  @Test
  default void aScheduleIsFoundWithAllItsParts() {
    Schedule wanted = schedule("Office", NOW);

    await(schedules().add(here(), wanted));

    assertThat(await(schedules().get(here(), wanted.id()))).isEqualTo(wanted);
  }

  @Test
  default void schedulesAreListedOldestFirst() {
    Schedule first = schedule("First", NOW);
    Schedule second = schedule("Second", NOW.plusSeconds(1));
    await(schedules().add(here(), first));
    await(schedules().add(here(), second));

    assertThat(await(schedules().list(here()))).containsExactly(first, second);
  }

  @Test
  default void aReplacedScheduleKeepsItsMomentOfCreation() {
    Schedule first = schedule("Office", NOW);
    await(schedules().add(here(), first));
    Schedule wanted =
        new Schedule(
            first.id(),
            "Always",
            ZoneId.of("UTC"),
            Map.of(DayOfWeek.MONDAY, List.of()),
            List.of(),
            NOW.plusSeconds(60));

    Schedule stored = await(schedules().replace(here(), wanted));

    assertThat(stored)
        .isEqualTo(
            new Schedule(
                first.id(), "Always", wanted.zone(), wanted.weekly(), wanted.special(), NOW));
    assertThat(await(schedules().get(here(), first.id()))).isEqualTo(stored);
  }

  @Test
  default void aScheduleThatAQueueKeepsToStays() {
    Schedule schedule = schedule("Office", NOW);
    await(schedules().add(here(), schedule));
    add(here(), queue(schedule.id()));

    assertThat(errorOf(schedules().remove(here(), schedule.id())))
        .isEqualTo(new ScheduleInUse(schedule.id()));
    assertThat(await(schedules().get(here(), schedule.id()))).isEqualTo(schedule);
  }

  @Test
  default void aRemovedScheduleIsGone() {
    Schedule schedule = schedule("Office", NOW);
    await(schedules().add(here(), schedule));

    await(schedules().remove(here(), schedule.id()));

    ScheduleNotFound notFound = new ScheduleNotFound(schedule.id());
    assertThat(errorOf(schedules().get(here(), schedule.id()))).isEqualTo(notFound);
    assertThat(errorOf(schedules().remove(here(), schedule.id()))).isEqualTo(notFound);
    assertThat(errorOf(schedules().replace(here(), schedule))).isEqualTo(notFound);
  }

  @Test
  default void anotherOrganizationSeesNothingOfASchedule() {
    Schedule schedule = schedule("Office", NOW);
    await(schedules().add(here(), schedule));
    ScheduleNotFound notFound = new ScheduleNotFound(schedule.id());

    assertThat(await(schedules().list(elsewhere()))).isEmpty();
    assertThat(errorOf(schedules().get(elsewhere(), schedule.id()))).isEqualTo(notFound);
    assertThat(errorOf(schedules().replace(elsewhere(), schedule))).isEqualTo(notFound);
    assertThat(errorOf(schedules().remove(elsewhere(), schedule.id()))).isEqualTo(notFound);
    assertThat(await(schedules().get(here(), schedule.id()))).isEqualTo(schedule);
  }

  private Schedule schedule(String name, Instant createdAt) {
    return new Schedule(
        new ScheduleId(newId()),
        name,
        ZoneId.of("Europe/Copenhagen"),
        Map.of(
            DayOfWeek.MONDAY, List.of(new Interval(480, 720), new Interval(780, 1440)),
            DayOfWeek.SUNDAY, List.of()),
        List.of(
            new SpecialDay("Christmas", LocalDate.of(2020, 12, 25), true, List.of()),
            new SpecialDay(
                "Inventory", LocalDate.of(2026, 12, 30), false, List.of(new Interval(0, 60)))),
        createdAt);
  }

  private Queue queue(ScheduleId schedule) {
    return new Queue(
        new QueueId(newId()),
        0,
        "Support",
        false,
        AssignmentPolicy.ROUND_ROBIN,
        0,
        null,
        schedule,
        NOW);
  }
}
