package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How much background work waits, of all organizations together. */
@FunctionalInterface
public interface Backlog {
  Uni<List<Waiting>> at(Instant now);

  /**
   * One kind of work.
   *
   * @param work as {@link Work#name()}
   * @param channel the channel's name, or empty where it makes no difference
   * @param waiting pieces that are to be done
   * @param parked pieces that were given up and need a look
   * @param oldest how long the oldest one waits; zero when none does
   * @param attempts how often the most difficult one was tried
   */
  record Waiting(
      String work, String channel, long waiting, long parked, Duration oldest, int attempts) {}
}
