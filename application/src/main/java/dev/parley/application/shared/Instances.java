package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * The processes that share the work. What one of them has claimed comes back when its lease runs
 * out, or, much sooner, when others find that it is no longer there.
 */
public interface Instances {
  /**
   * Says that this one lives, and frees what those had claimed who did not say so for as long as
   * the patience. Frees nothing when this one was silent for that long itself, for then the
   * database was out of everybody's reach.
   *
   * @return how many pieces were freed
   */
  Uni<Long> report(Duration patience);

  /**
   * Says that this one lives and no other does, and frees all that others had claimed.
   *
   * @return how many pieces were freed
   */
  Uni<Long> reportAlone();
}
