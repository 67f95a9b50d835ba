package dev.parley.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.hours.Schedule.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every schedule around every change of the clock. The seeds are fixed. */
class AnyScheduleTest {
  private static final Instant SINCE = Instant.parse("2008-01-01T00:00:00Z");
  private static final int CHANGES = 24;
  private static final int SCHEDULES = 6;
  private static final Duration AROUND = Duration.ofHours(40);
  private static final Duration STEP = Duration.ofMinutes(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Copenhagen",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "Pacific/Apia"
      })
  void the_clock_on_the_wall_decides(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    Random random = new Random(zoneName.hashCode());
    for (ZoneOffsetTransition change : changes(zone)) {
      for (int i = 0; i < SCHEDULES; i++) {
        Schedule schedule = any(zone, random, change.getInstant());
        Instant end = change.getInstant().plus(AROUND);
        for (Instant at = change.getInstant().minus(AROUND); at.isBefore(end); at = at.plus(STEP)) {
          check(schedule, at);
        }
      }
    }
  }

  private static void check(Schedule schedule, Instant at) {
    String what = schedule.zone() + " " + at + " " + schedule.weekly() + schedule.special();
    Status status = schedule.statusAt(at);
    boolean open = status instanceof Status.Open;
    assertThat(schedule.isOpenAt(at)).as(what).isEqualTo(open);
    if (shown(schedule, at)) {
      assertThat(open).as(what).isTrue();
    } else if (!isShownTwice(schedule.zone(), at)) {
      assertThat(open).as(what).isFalse();
    }
    until(status).ifPresent(until -> checkUntil(schedule, at, until, open, what));
  }

  /** It stays as it is until then, and is not so any more then. */
  private static void checkUntil(
      Schedule schedule, Instant at, Instant until, boolean open, String what) {
    assertThat(until).as(what).isAfter(at);
    assertThat(schedule.isOpenAt(until)).as(what).isNotEqualTo(open);
    assertThat(schedule.isOpenAt(until.minusNanos(1))).as(what).isEqualTo(open);
    Instant between = at.plus(Duration.between(at, until).dividedBy(2));
    assertThat(schedule.isOpenAt(between)).as(what).isEqualTo(open);
  }

  private static Optional<Instant> until(Status status) {
    return switch (status) {
      case Status.Open(Optional<Instant> until) -> until;
      case Status.Closed(Optional<Instant> until) -> until;
    };
  }

  private static boolean shown(Schedule schedule, Instant at) {
    LocalDateTime clock = at.atZone(schedule.zone()).toLocalDateTime();
    int minute = clock.getHour() * 60 + clock.getMinute();
    return intervals(schedule, clock.toLocalDate()).stream()
        .anyMatch(interval -> interval.from() <= minute && minute < interval.to());
  }

  private static List<Interval> intervals(Schedule schedule, LocalDate day) {
    return schedule
        .specialOn(day)
        .map(SpecialDay::intervals)
        .orElseGet(() -> schedule.weekly().getOrDefault(day.getDayOfWeek(), List.of()));
  }

  private static boolean isShownTwice(ZoneId zone, Instant at) {
    return zone.getRules().getValidOffsets(at.atZone(zone).toLocalDateTime()).size() == 2;
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(SINCE);
    while (next != null && changes.size() < CHANGES) {
      changes.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  /** Full, half and odd hours, many of them where clocks are changed. */
  private static Schedule any(ZoneId zone, Random random, Instant around) {
    Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(5) > 0) {
        weekly.put(day, anyIntervals(random));
      }
    }
    LocalDate date = around.atZone(zone).toLocalDate().plusDays(random.nextInt(3) - 1L);
    return new Schedule(
        new ScheduleId(new UUID(0, 1)),
        "Any",
        zone,
        weekly,
        random.nextInt(3) > 0
            ? List.of()
            : List.of(new SpecialDay("Any", date, random.nextBoolean(), anyIntervals(random))),
        SINCE);
  }

  private static List<Interval> anyIntervals(Random random) {
    List<Interval> intervals = new ArrayList<>();
    int from = random.nextInt(3) * 30;
    while (from < Interval.DAY && intervals.size() < 5) {
      int to = Math.min(Interval.DAY, from + 10 * (1 + random.nextInt(40)));
      intervals.add(new Interval(from, to));
      from = to + 10 * random.nextInt(20);
    }
    return intervals;
  }
}
