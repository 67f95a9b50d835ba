package dev.parley.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The embedded database stops after the service. Quarkus stops the service in a shutdown hook of
 * its own; the process must not end between that and the database's last checkpoint, so a second
 * hook waits.
 */
final class ShutdownOrder {
  private static final Duration PATIENCE = Duration.ofSeconds(28);

  private final Storage storage;
  private final CountDownLatch stopped = new CountDownLatch(1);

  ShutdownOrder(Storage storage) {
    this.storage = storage;
    Runtime.getRuntime().addShutdownHook(new Thread(this::awaitDatabase, "parley-shutdown"));
  }

  void serviceHasStopped() {
    storage.close();
    stopped.countDown();
  }

  private void awaitDatabase() {
    try {
      if (!stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println(
            "parley: the database did not stop in time; it recovers at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
