package dev.parley.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread that starts the server, outlives it, and starts it again when it ends unasked. Thread
 * and server are tied: see {@link Launcher}.
 */
final class ServerSupervisor {
  /** Backends of a killed postmaster take a moment to notice; a free port may be snatched. */
  private static final int TRIES = 20;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(2);

  private final Server.Plan plan;
  private final CompletableFuture<Integer> firstStart = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Server server;

  ServerSupervisor(Server.Plan plan) {
    this.plan = plan;
    this.thread = Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::run);
  }

  /** Returns the port once connections are accepted. */
  int start() {
    thread.start();
    try {
      return firstStart.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbeddedPostgresException failure ? failure : e;
    }
  }

  void stop() {
    stopping.countDown();
    Server running = server;
    try {
      if (running != null) {
        running.stop();
      }
      thread.join();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private void run() {
    try {
      int port = startSomewhere();
      firstStart.complete(port);
      keepRunning(port);
    } catch (InterruptedException e) {
      firstStart.completeExceptionally(Interruption.of(e));
    } catch (IOException e) {
      firstStart.completeExceptionally(PrivateFiles.unusable(plan.settings().directory(), e));
    } catch (RuntimeException e) {
      firstStart.completeExceptionally(e);
    }
  }

  private int startSomewhere() throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      int port = freePort();
      if (startOn(port)) {
        return port;
      }
      if (tries == TRIES || !plan.log().endedForPassingReason()) {
        throw new EmbeddedPostgresException(
            "PostgreSQL did not start: " + plan.log().lastWords() + " (see " + plan.log() + ")");
      }
      stopping.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void keepRunning(int port) throws InterruptedException {
    awaitEnd();
    while (!stopped()) {
      plan.settings().progress().accept("The database server ended by itself; starting it again");
      try {
        if (startOn(port)) {
          awaitEnd();
          continue;
        }
      } catch (IOException e) {
        plan.settings().progress().accept("The database server cannot be started: " + e);
      }
      stopping.await(BETWEEN_RESTARTS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean startOn(int port) throws IOException, InterruptedException {
    Server launched = plan.launch(port);
    server = launched;
    if (stopped()) {
      launched.stop();
    }
    return launched.awaitReady(plan.cluster());
  }

  private void awaitEnd() throws InterruptedException {
    Server running = server;
    if (running != null) {
      running.awaitEnd();
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
