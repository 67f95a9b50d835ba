package dev.parley.benchmarks.ceiling;

import dev.parley.benchmarks.server.Postgres;
import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load driver, with the service's login. */
public final class Pgbench {
  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+)");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private final Path program;
  private final Postgres postgres;
  private final Path directory;
  private final AtomicInteger runs = new AtomicInteger();

  private Pgbench(Path program, Postgres postgres, Path directory) {
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
    return program().map(found -> new Pgbench(found, postgres, directory));
  }

  public static boolean isInstalled() {
    return program().isPresent();
  }

  private static Optional<Path> program() {
    return Stream.concat(debian().stream(), onPath()).filter(Files::isExecutable).findFirst();
  }

  /** The newest; what Debian has on the path is a script around it. */
  private static List<Path> debian() {
    if (!Files.isDirectory(DEBIAN)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, "pgbench"));
  }

  /**
   * @throws IllegalStateException when a statement fails; with what pgbench said
   */
  public Reached run(List<Part> parts, int clients, Duration time) {
    if (time.compareTo(WARM_UP) > 0) {
      rate(parts, clients, WARM_UP);
    }
    Duration before = postgres.processes().cpu();
    double perSecond = rate(parts, clients, time);
    Duration used = postgres.processes().cpu().minus(before);
    return new Reached(perSecond, used.toNanos() / 1e3 / (perSecond * time.toMillis() / 1e3));
  }

  private double rate(List<Part> parts, int clients, Duration time) {
    String output = output(command(parts, clients, time));
    Matcher matcher = RATE.matcher(output);
    if (!matcher.find() || output.contains("aborted")) {
      throw new IllegalStateException("pgbench failed: " + output);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private List<String> command(List<Part> parts, int clients, Duration time) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + time.toSeconds(),
                "--define=n=0",
                "--define=run=" + runs.incrementAndGet()));
    for (Part part : parts) {
      Path file = directory.resolve(part.name() + ".pgbench");
      try {
        Files.writeString(file, part.script());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      command.add("--file=" + file + "@" + part.weight());
    }
    return command;
  }

  private String output(List<String> command) {
    DatabaseUrl url = postgres.service();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGHOST", url.host());
    builder.environment().put("PGPORT", Integer.toString(url.port()));
    builder.environment().put("PGUSER", url.user());
    builder.environment().put("PGPASSWORD", url.password());
    builder.environment().put("PGDATABASE", url.database());
    builder.environment().put("PGOPTIONS", "-c search_path=parley");
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
