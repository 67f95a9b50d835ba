package dev.parley.domain.hours;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a schedule a request names. */
public sealed interface ScheduleError extends DomainError {

  record ScheduleNotFound(ScheduleId id) implements ScheduleError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** A queue keeps to it. */
  record ScheduleInUse(ScheduleId id) implements ScheduleError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }
}
