package dev.parley.bootstrap.work;

import dev.parley.application.shared.Work;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one kind of work again and again: at once while there is some, else when called. */
final class Loop {
  private static final Logger LOG = Logger.getLogger(Loop.class);

  /** Longer than any round: a lease's length with room to spare. */
  private static final Duration ROUND_MAX = Duration.ofMinutes(20);

  /** How often a stopping loop looks whether what it has begun is done. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Work work;
  private final Bell bell;
  private final Duration pause;
  private final Thread thread;
  private volatile boolean stopping;

  /** By {@link System#nanoTime}; null between rounds. */
  private volatile @Nullable Long roundBegan;

  /**
   * @param pause how long work of other instances may stay unnoticed
   */
  Loop(Work work, Bell bell, Duration pause) {
    this.work = work;
    this.bell = bell;
    this.pause = pause;
    this.thread = Thread.ofPlatform().daemon().name("work-" + work.name()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Lets the round that has begun be the last one. */
  void stop() {
    stopping = true;
    bell.ring();
  }

  /** Waits for the last round; what it does not get done is claimed again by others. */
  void awaitEnd(Duration atMost) throws InterruptedException {
    if (thread.isAlive() && !thread.join(atMost)) {
      thread.interrupt();
    }
  }

  String name() {
    return work.name();
  }

  /** How long the round has lasted that runs now; zero when none does. */
  Duration inRound() {
    Long began = roundBegan;
    return began == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
  }

  private void run() {
    try {
      while (!stopping) {
        bell.await(round());
      }
      while (work.isBusy()) {
        bell.await(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @return how long to wait for the next round
   */
  private Duration round() throws InterruptedException {
    roundBegan = System.nanoTime();
    try {
      int taken = work.once().await().atMost(ROUND_MAX);
      return taken == 0 ? pause : Duration.ZERO;
    } catch (RuntimeException | Error e) {
      // An error too: a loop that ended would be missed only when its work has piled up.
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.warnf("The %s work could not look for something to do: %s", work.name(), e);
      return AFTER_FAILURE;
    } finally {
      roundBegan = null;
    }
  }
}
