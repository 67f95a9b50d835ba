package dev.parley.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.hours.Schedule.Status;
import dev.parley.domain.hours.Schedule.Status.Closed;
import dev.parley.domain.hours.Schedule.Status.Open;
import dev.parley.domain.shared.DomainException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
  private static final List<Interval> OFFICE = List.of(hours(8, 16));
  private static final Map<DayOfWeek, List<Interval>> WEEKDAYS =
      Map.of(
          DayOfWeek.MONDAY, OFFICE,
          DayOfWeek.TUESDAY, OFFICE,
          DayOfWeek.WEDNESDAY, OFFICE,
          DayOfWeek.THURSDAY, OFFICE,
          DayOfWeek.FRIDAY, OFFICE);

  @Test
  void openUntilTheEndOfTheInterval() {
    assertThat(weekdays().statusAt(at("2026-11-20T10:00:00+01:00")))
        .isEqualTo(open("2026-11-20T16:00:00+01:00"));
    assertThat(weekdays().statusAt(at("2026-11-20T08:00:00+01:00")))
        .isEqualTo(open("2026-11-20T16:00:00+01:00"));
  }

  @Test
  void closedUntilTheNextOneBegins() {
    assertThat(weekdays().statusAt(at("2026-11-20T07:59:59+01:00")))
        .isEqualTo(closed("2026-11-20T08:00:00+01:00"));
    assertThat(weekdays().statusAt(at("2026-11-20T16:00:00+01:00")))
        .isEqualTo(closed("2026-11-23T08:00:00+01:00"));
  }

  @Test
  void aHolidayComesBeforeTheWeek() {
    Schedule schedule =
        schedule(
            WEEKDAYS,
            new SpecialDay("Christmas", LocalDate.of(2020, 12, 25), true, List.of()),
            new SpecialDay("Inventory", LocalDate.of(2026, 12, 24), false, List.of(hours(8, 12))));

    assertThat(schedule.statusAt(at("2026-12-24T09:00:00+01:00")))
        .isEqualTo(open("2026-12-24T12:00:00+01:00"));
    assertThat(schedule.statusAt(at("2026-12-24T12:00:00+01:00")))
        .isEqualTo(closed("2026-12-28T08:00:00+01:00"));
  }

  @Test
  void aDayOfOneYearComesBeforeTheSameDayOfEveryYear() {
    Schedule schedule =
        schedule(
            WEEKDAYS,
            new SpecialDay("This year", LocalDate.of(2026, 12, 25), false, List.of(hours(9, 10))),
            new SpecialDay("Every year", LocalDate.of(2020, 12, 25), true, List.of()));

    assertThat(schedule.isOpenAt(at("2026-12-25T09:30:00+01:00"))).isTrue();
    assertThat(schedule.isOpenAt(at("2025-12-25T09:30:00+01:00"))).isFalse();
    assertThat(schedule.isOpenAt(at("2019-12-25T09:30:00+01:00"))).isTrue();
  }

  @Test
  void hoursAcrossMidnightAreOne() {
    Schedule night =
        schedule(
            Map.of(
                DayOfWeek.FRIDAY, List.of(hours(22, 24)),
                DayOfWeek.SATURDAY, List.of(hours(0, 4))));

    assertThat(night.statusAt(at("2026-11-20T23:00:00+01:00")))
        .isEqualTo(open("2026-11-21T04:00:00+01:00"));
    assertThat(night.statusAt(at("2026-11-21T00:00:00+01:00")))
        .isEqualTo(open("2026-11-21T04:00:00+01:00"));
  }

  @Test
  void whoNeverClosesHasNoEnd() {
    Map<DayOfWeek, List<Interval>> always = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      always.put(day, List.of(hours(0, 24)));
    }

    assertThat(schedule(always).statusAt(at("2026-11-20T23:00:00+01:00")))
        .isEqualTo(new Open(Optional.empty()));
  }

  @Test
  void whoNeverOpensHasNoBeginning() {
    assertThat(schedule(Map.of()).statusAt(at("2026-11-20T23:00:00+01:00")))
        .isEqualTo(new Closed(Optional.empty()));
  }

  @Test
  void hoursThatTheClockSkipsAreNone() {
    Schedule early = schedule(Map.of(DayOfWeek.SUNDAY, List.of(new Interval(120, 180))));

    assertThat(early.statusAt(at("2026-03-28T12:00:00+01:00")))
        .isEqualTo(closed("2026-04-05T02:00:00+02:00"));
  }

  @Test
  void hoursThatTheClockShowsTwiceLastTwiceAsLong() {
    Schedule early = schedule(Map.of(DayOfWeek.SUNDAY, List.of(new Interval(120, 180))));

    assertThat(early.statusAt(at("2026-10-25T02:30:00+02:00")))
        .isEqualTo(open("2026-10-25T03:00:00+01:00"));
    assertThat(early.statusAt(at("2026-10-25T02:30:00+01:00")))
        .isEqualTo(open("2026-10-25T03:00:00+01:00"));
    Schedule untilTwo = schedule(Map.of(DayOfWeek.SUNDAY, List.of(new Interval(60, 120))));
    assertThat(untilTwo.statusAt(at("2026-10-25T01:30:00+02:00")))
        .isEqualTo(open("2026-10-25T02:00:00+02:00"));
  }

  @Test
  void intervalsAreSortedAndMustNotOverlap() {
    Schedule schedule = schedule(Map.of(DayOfWeek.MONDAY, List.of(hours(13, 17), hours(8, 12))));
    assertThat(schedule.weekly().get(DayOfWeek.MONDAY))
        .containsExactly(hours(8, 12), hours(13, 17));

    assertThatThrownBy(
            () -> schedule(Map.of(DayOfWeek.MONDAY, List.of(hours(8, 12), hours(11, 13)))))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new Interval(600, 600)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new Interval(600, 1441)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new Interval(-1, 10)).isInstanceOf(DomainException.class);
  }

  @Test
  void anExceptionNamesADayOnce() {
    SpecialDay day = new SpecialDay("A", LocalDate.of(2026, 12, 25), false, List.of());
    SpecialDay same = new SpecialDay("B", LocalDate.of(2026, 12, 25), false, List.of());

    assertThatThrownBy(() -> schedule(WEEKDAYS, day, same)).isInstanceOf(DomainException.class);
  }

  private static Schedule weekdays() {
    return schedule(WEEKDAYS);
  }

  private static Schedule schedule(Map<DayOfWeek, List<Interval>> weekly, SpecialDay... special) {
    return new Schedule(
        new ScheduleId(new UUID(0, 1)),
        "Office",
        COPENHAGEN,
        weekly,
        List.of(special),
        at("2026-01-01T00:00:00Z"));
  }

  private static Interval hours(int from, int to) {
    return new Interval(from * 60, to * 60);
  }

  private static Status open(String until) {
    return new Open(Optional.of(at(until)));
  }

  private static Status closed(String until) {
    return new Closed(Optional.of(at(until)));
  }

  private static Instant at(String time) {
    return java.time.OffsetDateTime.parse(time).toInstant();
  }
}
