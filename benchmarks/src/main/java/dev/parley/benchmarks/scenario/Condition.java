package dev.parley.benchmarks.scenario;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Something that becomes true by itself. */
record Condition(String words, BooleanSupplier isTrue) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  static final Condition ALREADY = new Condition("nothing", () -> true);

  /**
   * @throws IllegalStateException when it takes longer than three minutes
   */
  void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain for " + words);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
