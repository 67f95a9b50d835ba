package dev.parley.bootstrap.blackbox;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client that tries again until it has an answer, for as long as the test lets it. */
final class Insistent {
  private static final long PAUSE_MILLIS = 100;

  private final CountDownLatch givenUp = new CountDownLatch(1);

  /**
   * @param attempt no connection and a lost one are no answer
   * @param answered whether what came back is one
   * @throws GaveUp after {@link #giveUp()}
   */
  <T> T until(Supplier<T> attempt, Predicate<T> answered) {
    while (true) {
      try {
        T answer = attempt.get();
        if (answered.test(answer)) {
          return answer;
        }
      } catch (UncheckedIOException nobodyAnswered) {
        pause(PAUSE_MILLIS);
        continue;
      }
      pause(PAUSE_MILLIS);
    }
  }

  /** Waits, but not beyond {@link #giveUp()}. */
  void pause(long millis) {
    try {
      if (givenUp.await(millis, TimeUnit.MILLISECONDS)) {
        throw new GaveUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends all that are still trying. */
  void giveUp() {
    givenUp.countDown();
  }

  /** The test was over before the answer came. */
  static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
