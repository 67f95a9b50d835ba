package dev.parley.benchmarks;

import dev.parley.benchmarks.report.Environment;
import dev.parley.benchmarks.report.Medians;
import dev.parley.benchmarks.report.Yardstick;
import dev.parley.benchmarks.server.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the figures were taken on. */
final class Machine {
  private static final int SYNCS = 200;
  private static final int BLOCK = 8192;
  private static final double NANOS_PER_MICRO = 1e3;

  private Machine() {}

  static Environment describe(
      Options options, Postgres postgres, Instant begun, Yardstick yardstick) {
    return new Environment(
        commit(options.root()),
        begun,
        Duration.ZERO,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        postgres.query("show server_version").getFirst(),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        options.pinning().toString(),
        postgres.query(
            "select name || ' = ' || current_setting(name) from pg_settings"
                + " where source in ('command line', 'configuration file')"
                + " and name !~ '^(lc_|log|port|listen|unix|timezone|datestyle|default_text|data_d)'"
                + " and name !~ '(_file|TimeZone|DateStyle)$' order by name"),
        options.javaOptions().isEmpty() ? List.of() : List.of(options.javaOptions().split(" ")),
        syncMicros(options.output()),
        StallMeter.measure(),
        yardstick);
  }

  private static String commit(Path root) {
    String hash = output(root, "git", "rev-parse", "--short=12", "HEAD");
    return output(root, "git", "status", "--porcelain").isEmpty() ? hash : hash + "+changes";
  }

  private static String output(Path directory, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static long memory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  /** How long the disk takes to have something for sure, as a commit must. */
  private static double syncMicros(Path directory) {
    List<Double> times = new ArrayList<>();
    Path file = directory.resolve("sync");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      for (int i = 0; i < SYNCS; i++) {
        channel.write(ByteBuffer.allocate(BLOCK), 0);
        long begun = System.nanoTime();
        channel.force(false);
        times.add((System.nanoTime() - begun) / NANOS_PER_MICRO);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Medians.of(times);
  }
}
