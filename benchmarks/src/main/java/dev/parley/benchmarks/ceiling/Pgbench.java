package dev.parley.benchmarks.ceiling;

import dev.parley.benchmarks.server.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL's own load driver, with the service's login. */
public final class Pgbench {
  private static final String SERVER_OPTIONS = "-c search_path=parley";

  private final PgbenchProgram program;
  private final Postgres postgres;
  private final Path directory;
  private final AtomicInteger runs = new AtomicInteger();

  private Pgbench(PgbenchProgram program, Postgres postgres, Path directory) {
    this.program = program;
    this.postgres = postgres;
    this.directory = directory;
  }

  /**
   * A script to run.
   *
   * @param name for its file
   * @param weight how often it is chosen among several
   */
  public record Part(String name, String script, int weight) {}

  /**
   * @param perSecond transactions
   * @param databaseMicros CPU time of PostgreSQL per transaction
   */
  public record Reached(double perSecond, double databaseMicros) {}

  /** Empty when the machine has none. */
  public static Optional<Pgbench> find(Postgres postgres, Path directory) {
    return PgbenchProgram.find().map(found -> new Pgbench(found, postgres, directory));
  }

  public static boolean isInstalled() {
    return PgbenchProgram.find().isPresent();
  }

  /**
   * @throws IllegalStateException when a statement fails; with what pgbench said
   */
  public Reached run(List<Part> parts, int clients, Duration time) {
    if (time.compareTo(PgbenchProgram.WARM_UP) > 0) {
      rate(parts, clients, PgbenchProgram.WARM_UP);
    }
    Duration before = postgres.processes().cpu();
    double perSecond = rate(parts, clients, time);
    Duration used = postgres.processes().cpu().minus(before);
    return new Reached(perSecond, used.toNanos() / 1e3 / (perSecond * time.toMillis() / 1e3));
  }

  private double rate(List<Part> parts, int clients, Duration time) {
    return program.rate(postgres.service(), SERVER_OPTIONS, clients, time, scripts(parts));
  }

  private List<String> scripts(List<Part> parts) {
    List<String> options =
        new ArrayList<>(List.of("--define=n=0", "--define=run=" + runs.incrementAndGet()));
    for (Part part : parts) {
      Path file = directory.resolve(part.name() + ".pgbench");
      try {
        Files.writeString(file, part.script());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      options.add("--file=" + file + "@" + part.weight());
    }
    return options;
  }
}
