package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;

/**
 * Work that goes on in the background of every instance. Each piece is leased, so that instances
 * share it without knowing of each other, and a dead one's pieces come back.
 */
public interface Work {
  /** A word for metrics and thread names. */
  String name();

  /**
   * Does one round.
   *
   * @return how many pieces were taken; 0 when there is nothing more to do
   */
  Uni<Integer> once();

  /** Whether pieces that a round has begun go on. */
  default boolean isBusy() {
    return false;
  }
}
