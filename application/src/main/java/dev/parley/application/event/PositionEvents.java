package dev.parley.application.event;

import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;

/** Puts what was committed into the feeds. */
public final class PositionEvents implements Work {
  /** Of one organization and round, so that a burst of one delays nobody else. */
  private static final int BATCH = 1000;

  private final EventPositions positions;

  public PositionEvents(EventPositions positions) {
    this.positions = positions;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Uni<Integer> once() {
    return positions.assign(BATCH);
  }
}
