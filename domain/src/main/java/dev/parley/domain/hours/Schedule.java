package dev.parley.domain.hours;

import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody is there. Hours are what the clock on the wall shows: where it is put forward, an
 * interval begins and ends no earlier than the clock shows a time again; where it is put back, one
 * lasts from the first time the clock shows its begin to the last time before the clock shows its
 * end.
 *
 * @param weekly hours by day of the week; an empty list: closed; absent: nothing said, so closed
 * @param special days that are not like others; one of a year comes before one of every year
 */
public record Schedule(
    ScheduleId id,
    String name,
    ZoneId zone,
    Map<DayOfWeek, List<Interval>> weekly,
    List<SpecialDay> special,
    Instant createdAt) {
  public static final int NAME_MAX = 200;
  public static final int SPECIAL_MAX = 400;

  /** How far ahead the next opening is looked for. */
  private static final int HORIZON_DAYS = 366;

  public Schedule {
    name = Text.required("name", name, NAME_MAX);
    Map<DayOfWeek, List<Interval>> sorted = new EnumMap<>(DayOfWeek.class);
    weekly.forEach((day, intervals) -> sorted.put(day, Interval.inOrder(intervals)));
    weekly = Map.copyOf(sorted);
    special = List.copyOf(special);
    if (special.size() > SPECIAL_MAX) {
      throw SharedError.invalid("exceptions", "must be at most " + SPECIAL_MAX);
    }
    requireDifferent(special);
  }

  private static void requireDifferent(List<SpecialDay> special) {
    Set<Object> days = new HashSet<>();
    for (SpecialDay day : special) {
      if (!days.add(List.of(day.date(), day.yearly()))) {
        throw SharedError.invalid("exceptions", "name a day twice");
      }
    }
  }

  /** The exception that holds on the day, if one does. */
  public Optional<SpecialDay> specialOn(LocalDate day) {
    return special.stream()
        .filter(each -> each.isOn(day))
        .reduce((one, other) -> one.yearly() ? other : one);
  }

  /** Today, where the schedule is. */
  public LocalDate dayAt(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** Whether it is open then, and until or from when. */
  public Status statusAt(Instant at) {
    LocalDate today = dayAt(at);
    Optional<Opening> found = Optional.empty();
    for (int i = -1; i <= HORIZON_DAYS; i++) {
      for (Opening next : openingsOn(today.plusDays(i))) {
        if (found.isPresent() && !found.get().reaches(next) && found.get().to().isAfter(at)) {
          return Status.of(found.get(), at);
        }
        found = Optional.of(found.filter(o -> o.reaches(next)).map(o -> o.with(next)).orElse(next));
      }
    }
    Instant sight = begin(today.plusDays(HORIZON_DAYS + 1L).atStartOfDay());
    return found
        .filter(opening -> opening.to().isAfter(at))
        .map(
            opening -> opening.to().isBefore(sight) ? Status.of(opening, at) : endless(opening, at))
        .orElse(new Status.Closed(Optional.empty()));
  }

  private static Status endless(Opening opening, Instant at) {
    return opening.from().isAfter(at) ? Status.of(opening, at) : new Status.Open(Optional.empty());
  }

  public boolean isOpenAt(Instant at) {
    LocalDate today = dayAt(at);
    return List.of(today.minusDays(1), today).stream()
        .flatMap(day -> openingsOn(day).stream())
        .anyMatch(opening -> !at.isBefore(opening.from()) && at.isBefore(opening.to()));
  }

  private List<Opening> openingsOn(LocalDate day) {
    List<Interval> intervals =
        specialOn(day)
            .map(SpecialDay::intervals)
            .orElseGet(() -> weekly.getOrDefault(day.getDayOfWeek(), List.of()));
    List<Opening> openings = new ArrayList<>(intervals.size());
    for (Interval interval : intervals) {
      LocalDateTime midnight = day.atStartOfDay();
      Opening opening =
          new Opening(
              begin(midnight.plusMinutes(interval.from())),
              end(midnight.plusMinutes(interval.to())));
      if (!opening.isEmpty()) {
        openings.add(opening);
      }
    }
    return openings;
  }

  /** When the clock first shows the time, or a later one. */
  private Instant begin(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** When the clock has last shown an earlier time. */
  private Instant end(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return change != null && time.equals(change.getDateTimeAfter())
        ? time.atZone(zone).withEarlierOffsetAtOverlap().toInstant()
        : time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  /** What a schedule says of a moment. */
  public sealed interface Status {
    /**
     * @param until empty: without an end in sight
     */
    record Open(Optional<Instant> until) implements Status {}

    /**
     * @param until empty: for the next year at least
     */
    record Closed(Optional<Instant> until) implements Status {}

    private static Status of(Opening opening, Instant at) {
      return opening.from().isAfter(at)
          ? new Closed(Optional.of(opening.from()))
          : new Open(Optional.of(opening.to()));
    }
  }
}
