package dev.parley.application.shared;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: a schedule with up to a quarter of jitter on top. */
public final class Backoff {
  private final List<Duration> schedule;
  private final RandomGenerator random;

  public Backoff(List<Duration> schedule, RandomGenerator random) {
    this.schedule = List.copyOf(schedule);
    this.random = random;
  }

  /**
   * @param attempts tries made so far, at least 1; beyond the schedule its last pause repeats
   */
  public Duration after(int attempts) {
    Duration pause = schedule.get(Math.min(attempts, schedule.size()) - 1);
    return pause.plusMillis(random.nextLong(pause.toMillis() / 4 + 1));
  }
}
