package dev.parley.application.event;

import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets events that were long enough there to be read. */
public final class TrimEvents implements Work {
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int BATCH = 10_000;

  private final EventPositions positions;
  private final InstantSource clock;

  public TrimEvents(EventPositions positions, InstantSource clock) {
    this.positions = positions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "events-trim";
  }

  @Override
  public Uni<Integer> once() {
    return positions.trim(clock.instant().minus(KEPT), BATCH).map(Long::intValue);
  }
}
