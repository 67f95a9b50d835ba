package dev.parley.benchmarks;

import dev.parley.benchmarks.report.Environment.Stalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds out for how long a machine does nothing though asked to: others share its hardware. */
final class StallMeter {
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final long WORTH_COUNTING = 500_000;
  private static final double NANOS_PER_MILLI = 1e6;

  private StallMeter() {}

  static Stalls measure() {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      List<Future<Pauses>> all = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        all.add(threads.submit(StallMeter::watch));
      }
      Pauses together = new Pauses(0, 0);
      for (Future<Pauses> one : all) {
        together = together.with(one.get());
      }
      return new Stalls(
          (double) together.sum / (cores * TIME.toNanos()), together.longest / NANOS_PER_MILLI);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In nanoseconds. */
  private record Pauses(long sum, long longest) {
    Pauses with(Pauses other) {
      return new Pauses(sum + other.sum, Math.max(longest, other.longest));
    }
  }

  private static Pauses watch() {
    long sum = 0;
    long longest = 0;
    long last = System.nanoTime();
    for (long end = last + TIME.toNanos(); last < end; ) {
      long now = System.nanoTime();
      long pause = now - last;
      if (pause > WORTH_COUNTING) {
        sum += pause;
        longest = Math.max(longest, pause);
      }
      last = now;
    }
    return new Pauses(sum, longest);
  }
}
