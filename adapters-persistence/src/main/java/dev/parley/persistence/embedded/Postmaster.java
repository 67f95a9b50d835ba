package dev.parley.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What {@code postmaster.pid} in a cluster says: line 1 the process, line 8 its status. */
record Postmaster(long pid, String status) {
  private static final String FILE = "postmaster.pid";
  private static final int STATUS_LINE = 7;
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration KERNEL_STOPS_IT = Duration.ofSeconds(3);
  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(10);

  static Optional<Postmaster> of(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
      return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), status));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /**
   * Makes way for a new server; call it only while holding the directory's lock. A server that
   * outlived its process is stopped. A file that names a dead process, a zombie or somebody else's
   * process is removed, for PostgreSQL itself would take each of these for a running server.
   */
  static void clearAway(Path data, Consumer<String> progress) {
    try {
      Optional<Postmaster> left = of(data);
      if (left.isPresent()) {
        left.get().stopIfServing(data, progress);
      }
      Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      throw PrivateFiles.unusable(data, e);
    }
  }

  private void stopIfServing(Path data, Consumer<String> progress) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(p -> serves(p, data));
    if (process.isEmpty() || ended(process.get(), data, KERNEL_STOPS_IT)) {
      return;
    }
    progress.accept("Stopping the database server that an earlier run left behind");
    Signals.INTERRUPT.send(pid);
    if (ended(process.get(), data, FAST_SHUTDOWN)) {
      return;
    }
    Signals.QUIT.send(pid);
    if (!ended(process.get(), data, IMMEDIATE_SHUTDOWN)) {
      throw new EmbeddedPostgresException(
          "The database server that an earlier run left behind (process "
              + pid
              + ") does not stop; end it and start again");
    }
  }

  /** A zombie has no command line any more, and a reused process id has another one. */
  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .filter(arguments -> List.of(arguments).contains(data.toString()))
        .isPresent();
  }

  private static boolean ended(ProcessHandle process, Path data, Duration patience) {
    for (Duration left = patience; left.isPositive(); left = left.minus(POLL)) {
      if (!serves(process, data) || exitsWithin(process, POLL)) {
        return true;
      }
    }
    return false;
  }

  private static boolean exitsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
