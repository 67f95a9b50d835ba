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
 */
public record Effort(
    Duration warmUp,
    Duration closed,
    Duration open,
    Duration ceiling,
    int repeats,
    int tries,
    int connections,
    int heavy) {
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
          10_000);

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
          2_000);

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
          200);
}
