package dev.parley.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long is waited for the last answers of a run. */
final class Patience {
  private static final Duration BEYOND = Duration.ofMinutes(1);

  private Patience() {}

  /**
   * @throws IllegalStateException when it takes a minute more than it should
   */
  static <T> T await(CompletableFuture<T> done, Duration time) {
    try {
      return done.get(time.plus(BEYOND).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the service does not answer", e);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
