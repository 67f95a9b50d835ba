package dev.parley.application.event;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The order of the feeds of all organizations. */
public interface EventPositions {
  /**
   * Gives committed events the next positions of their organization, those of a conversation in
   * their order. A position is never seen before a smaller one.
   *
   * @param most of one organization
   * @return how many got one
   */
  Uni<Integer> assign(int most);

  /**
   * Forgets what was written before a moment.
   *
   * @return how many events went
   */
  Uni<Long> trim(Instant before, int most);
}
