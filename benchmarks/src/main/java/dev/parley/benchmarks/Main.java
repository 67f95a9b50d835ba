package dev.parley.benchmarks;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.report.Gaps;
import dev.parley.benchmarks.report.Report;
import dev.parley.benchmarks.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures and writes the report. */
public final class Main {
  private static final int INCOMPLETE = 1;
  private static final int WRONG_OPTIONS = 2;

  private Main() {}

  /**
   * @param arguments the project's root, then what {@code benchmarks/run} was given
   */
  public static void main(String[] arguments) throws IOException {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options =
          Options.parse(Path.of(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (IllegalArgumentException e) {
      System.err.println("benchmarks/run: " + e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(WRONG_OPTIONS);
      return;
    }
    try {
      System.exit(run(options) ? 0 : INCOMPLETE);
    } catch (RuntimeException e) {
      // Threads of servers that were being used would go on.
      e.printStackTrace();
      System.exit(INCOMPLETE);
    }
  }

  /**
   * @return whether all figures are there
   */
  private static boolean run(Options options) throws IOException {
    Files.createDirectories(options.output());
    Path work = Files.createTempDirectory(options.output(), "work");
    Report report =
        new Run(options, work, found -> ReportWriter.write(found, options.output())).report();
    Progress.say("report: " + options.output().resolve("report.md"));
    List<String> gaps = Gaps.in(report, Pgbench.isInstalled());
    gaps.forEach(gap -> Progress.say("missing or wrong: " + gap));
    // After a failure it is left, for whoever wants to know why.
    delete(work);
    return gaps.isEmpty();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
