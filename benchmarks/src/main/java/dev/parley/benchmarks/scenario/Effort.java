package dev.parley.benchmarks.scenario;

import java.time.Duration;

/**
 * How long everything may take.
 *
 * @param warmUp at most, where the service does not become steady before
 * @param closed of each repeat at full load
 * @param open of each repeat at a rate
 * @param ceiling of each run of pgbench
 * @param connections of a closed loop
 * @param tries of a scenario, while its ceiling drifts too much
 * @param heavy messages of the one person who is anonymized
 * @param yardstick of each of pgbench's own scripts
 * @param scale of their tables
 */
public record Effort(
    Duration warmUp,
    Duration closed,
    Duration open,
    Duration ceiling,
    int repeats,
    int tries,
    int connections,
    int heavy,
    Rounds growth,
    Duration yardstick,
    int scale) {
  /**
   * Of the sizes of growth that are measured in turn.
   *
   * @param warmUp of each scenario at each size, at most
   * @param time of each size in each round
   */
  public record Rounds(int count, Duration warmUp, Duration time) {}

  /** For figures to be published. */
  public static final Effort FULL =
      new Effort(
          Duration.ofSeconds(50),
          Duration.ofSeconds(8),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          3,
          4,
          32,
          10_000,
          new Rounds(7, Duration.ofSeconds(18), Duration.ofSeconds(5)),
          Duration.ofSeconds(5),
          20);

  /** For work on the service. */
  public static final Effort QUICK =
      new Effort(
          Duration.ofSeconds(16),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          2,
          1,
          32,
          2_000,
          new Rounds(3, Duration.ofSeconds(12), Duration.ofSeconds(3)),
          Duration.ofSeconds(5),
          20);

  /** Shows that the harness works, no more. */
  public static final Effort SMOKE =
      new Effort(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          1,
          1,
          4,
          200,
          new Rounds(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
          Duration.ofSeconds(1),
          1);
}
