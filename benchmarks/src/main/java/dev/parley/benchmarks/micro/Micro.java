package dev.parley.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package and writes {@code micro.json}. Takes the project's root, then
 * {@code --output=DIRECTORY}, {@code --smoke} to only see whether everything runs, and JMH's own
 * options, which win over the defaults here.
 */
public final class Micro {
  private static final String OUTPUT = "--output=";
  private static final String ALL = Micro.class.getPackageName() + "\\.";

  private Micro() {}

  public static void main(String[] arguments)
      throws IOException, CommandLineOptionException, RunnerException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    Path root = Path.of(rest.removeFirst());
    boolean smoke = rest.remove("--smoke");
    Path directory = directory(root, rest);
    Files.createDirectories(directory);
    CommandLineOptions options = new CommandLineOptions(rest.toArray(String[]::new));
    OptionsBuilder builder = new OptionsBuilder();
    builder.parent(options);
    if (options.getIncludes().isEmpty()) {
      builder.include(ALL);
    }
    if (!options.getResult().hasValue()) {
      builder.result(directory.resolve("micro.json").toString());
    }
    if (!options.getResultFormat().hasValue()) {
      builder.resultFormat(ResultFormatType.JSON);
    }
    builder.addProfiler(GCProfiler.class);
    setDefaults(builder, options, smoke);
    new Runner(builder.build()).run();
  }

  private static Path directory(Path root, List<String> rest) {
    Path directory =
        rest.stream()
            .filter(argument -> argument.startsWith(OUTPUT))
            .map(argument -> Path.of(argument.substring(OUTPUT.length())))
            .findFirst()
            .orElse(root.resolve("target/benchmarks"));
    rest.removeIf(argument -> argument.startsWith(OUTPUT));
    return directory;
  }

  /** What was asked for stays. */
  private static void setDefaults(
      OptionsBuilder builder, CommandLineOptions options, boolean smoke) {
    TimeValue time = smoke ? TimeValue.milliseconds(100) : TimeValue.seconds(1);
    builder.forks(options.getForkCount().orElse(smoke ? 0 : 1));
    builder.warmupIterations(options.getWarmupIterations().orElse(smoke ? 0 : 3));
    builder.measurementIterations(options.getMeasurementIterations().orElse(smoke ? 1 : 5));
    builder.warmupTime(options.getWarmupTime().orElse(time));
    builder.measurementTime(options.getMeasurementTime().orElse(time));
  }
}
