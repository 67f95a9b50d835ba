package dev.parley.channels.email.mime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A moment after which reading stops; without a clock it never comes. */
final class TimeBudget {
  private final @Nullable InstantSource clock;
  private final Instant end;

  TimeBudget(@Nullable InstantSource clock, Duration length) {
    this.clock = clock;
    this.end = clock == null ? Instant.MAX : clock.instant().plus(length);
  }

  boolean isSpent() {
    return clock != null && clock.instant().isAfter(end);
  }
}
