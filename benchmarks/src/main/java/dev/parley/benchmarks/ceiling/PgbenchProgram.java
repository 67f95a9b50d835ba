package dev.parley.benchmarks.ceiling;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The executable, wherever the machine has it. */
record PgbenchProgram(Path file) {
  static final Duration WARM_UP = Duration.ofSeconds(2);

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+)");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** Empty when the machine has none. */
  static Optional<PgbenchProgram> find() {
    return Stream.concat(debian().stream(), onPath())
        .filter(Files::isExecutable)
        .findFirst()
        .map(PgbenchProgram::new);
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
   * Runs scripts with prepared statements.
   *
   * @param serverOptions see {@link #run}
   * @param scripts the options that say which
   * @return transactions per second
   * @throws IllegalStateException when a statement fails; with what pgbench said
   */
  double rate(
      DatabaseUrl database,
      String serverOptions,
      int clients,
      Duration time,
      List<String> scripts) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + time.toSeconds()));
    arguments.addAll(scripts);
    String output = run(database, serverOptions, arguments);
    Matcher matcher = RATE.matcher(output);
    if (!matcher.find() || output.contains("aborted")) {
      throw new IllegalStateException("pgbench failed: " + output);
    }
    return Double.parseDouble(matcher.group(1));
  }

  /**
   * @param serverOptions of its sessions, as {@code PGOPTIONS} has them; may be empty
   * @return all it said
   * @throws IllegalStateException when it fails; with what it said
   */
  String run(DatabaseUrl database, String serverOptions, List<String> arguments) {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGHOST", database.host());
    builder.environment().put("PGPORT", Integer.toString(database.port()));
    builder.environment().put("PGUSER", database.user());
    builder.environment().put("PGPASSWORD", database.password());
    builder.environment().put("PGDATABASE", database.database());
    builder.environment().put("PGOPTIONS", serverOptions);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
