package dev.parley.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Which cores what may run on, as {@code taskset} names them ({@code 0,2-3}); an empty text: all.
 */
public record Pinning(String service, String database, String load) {
  public static final Pinning NONE = new Pinning("", "", "");

  /** A command that runs another one on some cores. */
  static List<String> prefix(String cores) {
    return cores.isEmpty() ? List.of() : List.of("taskset", "-c", cores);
  }

  /** Binds a process that runs already, and what it starts from now on. */
  static void bind(long pid, String cores) {
    if (cores.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder("taskset", "-a", "-c", "-p", cores, Long.toString(pid))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Binds this process, which makes the load. */
  public void bindLoad() {
    bind(ProcessHandle.current().pid(), load);
  }

  @Override
  public String toString() {
    return service.isEmpty() && database.isEmpty() && load.isEmpty()
        ? "none: service, PostgreSQL and load share all cores"
        : "service " + all(service) + ", PostgreSQL " + all(database) + ", load " + all(load);
  }

  private static String all(String cores) {
    return cores.isEmpty() ? "all" : cores;
  }
}
