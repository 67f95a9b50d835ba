package dev.parley.application.event;

import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;

/** Puts what was committed into the feeds, and tells those who read them. */
public final class PositionEvents implements Work {
  /** Of one organization and round, so that a burst of one delays nobody else. */
  private static final int BATCH = 1000;

  private final EventPositions positions;
  private final Wakeups wakeups;

  public PositionEvents(EventPositions positions, Wakeups wakeups) {
    this.positions = positions;
    this.wakeups = wakeups;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Uni<Integer> once() {
    // What is committed meanwhile wakes the next round.
    return positions.assign(BATCH).invoke(this::tell).map(given -> given < BATCH ? 0 : given);
  }

  private void tell(int given) {
    if (given > 0) {
      wakeups.wake(Wakeups.Topic.FAN_OUT);
      wakeups.wake(Wakeups.Topic.STREAMS);
    }
  }
}
