package dev.parley.persistence.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of the server program. */
final class Server {
  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(5);

  private final Process process;

  private Server(Process process) {
    this.process = process;
  }

  /** How the server is started, the same each time but for the port. */
  record Plan(
      EmbeddedPostgres.Settings settings,
      ServerSoftware software,
      Launcher launcher,
      Cluster cluster,
      ServerLog log) {

    Server launch(int port) throws IOException {
      ProcessBuilder builder =
          launcher.server(
              software.program("postgres"), ServerSettings.arguments(settings, cluster, port));
      return new Server(
          builder
              .directory(cluster.data().toFile())
              .redirectOutput(Redirect.appendTo(log.open()))
              .start());
    }
  }

  /** Waits through recovery, however long that takes; false when the server gave up. */
  boolean awaitReady(Cluster cluster) throws IOException, InterruptedException {
    while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      Optional<Postmaster> state = Postmaster.of(cluster.data());
      if (state.isPresent() && state.get().pid() == process.pid() && state.get().isReady()) {
        return true;
      }
    }
    return false;
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  void stop() throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    Signals.INTERRUPT.send(process.pid());
    if (process.waitFor(FAST_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    Signals.QUIT.send(process.pid());
    if (!process.waitFor(IMMEDIATE_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
  }
}
