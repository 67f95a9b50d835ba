package dev.parley.benchmarks;

import dev.parley.benchmarks.scenario.Effort;
import dev.parley.benchmarks.scenario.Scenario;
import dev.parley.benchmarks.scenario.Scenarios;
import dev.parley.benchmarks.server.Pinning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is told to do.
 *
 * @param scenarios the ids of those asked for
 * @param sizes messages to measure growth at, ascending; the last one is what the scenarios run on
 * @param growth whether to measure at every size, and not only at the last
 * @param starts whether to measure the start
 * @param javaOptions further options of the service's JVM
 */
record Options(
    Path root,
    Path output,
    List<String> scenarios,
    List<Long> sizes,
    boolean growth,
    boolean starts,
    int organizations,
    int agents,
    Effort effort,
    int startTimes,
    Pinning pinning,
    String javaOptions) {
  private static final List<String> ALL = Scenarios.all().stream().map(Scenario::id).toList();

  private static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L);
  private static final long HUGE = 10_000_000;
  private static final int ORGANIZATIONS = 100;
  private static final int AGENTS = 200;
  private static final int STARTS = 6;

  static final String USAGE =
      """
      Usage: benchmarks/run [OPTION…] [SCENARIO…]

      Measures the packaged service, by default all scenarios, growth and start; takes about 45 minutes.
      Scenarios are W1 … W9, growth and start.

        --smoke              seconds on tiny data: shows that everything works
        --quick              short runs: for work on the service, not for publication
        --messages=N         messages in the database (1000000; growth has steps of ten times)
        --huge               growth up to 10,000,000 messages
        --output=DIRECTORY   where the report goes (target/benchmarks in the project's root)
        --pin-service=CORES, --pin-database=CORES, --pin-load=CORES
                             cores as taskset names them; by default all share all
        --java=OPTIONS       further options of the service's JVM
      """;

  /**
   * @throws IllegalArgumentException when one is unknown; the message says which
   */
  static Options parse(Path root, String... arguments) {
    Path output = root.resolve("target/benchmarks");
    List<String> scenarios = new ArrayList<>();
    List<Long> sizes = SIZES;
    Effort effort = Effort.FULL;
    String service = "";
    String database = "";
    String load = "";
    String java = "";
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.replaceFirst("=.*", "")) {
        case "--smoke" -> effort = Effort.SMOKE;
        case "--quick" -> effort = Effort.QUICK;
        case "--huge" -> sizes = plus(SIZES, HUGE);
        case "--messages" -> sizes = upTo(Long.parseLong(value));
        case "--output" -> output = Path.of(value).toAbsolutePath();
        case "--pin-service" -> service = value;
        case "--pin-database" -> database = value;
        case "--pin-load" -> load = value;
        case "--java" -> java = value;
        default -> scenarios.add(scenario(argument));
      }
    }
    boolean smoke = effort.equals(Effort.SMOKE);
    return new Options(
        root,
        output,
        scenarios.isEmpty() ? ALL : scenarios,
        smoke ? List.of(400L, 2_000L) : sizes,
        scenarios.isEmpty() || scenarios.contains("growth"),
        scenarios.isEmpty() || scenarios.contains("start"),
        smoke ? 3 : ORGANIZATIONS,
        smoke ? 4 : AGENTS,
        effort,
        smoke ? 1 : STARTS,
        new Pinning(service, database, load),
        java);
  }

  private static List<Long> plus(List<Long> sizes, long last) {
    List<Long> all = new ArrayList<>(sizes);
    all.add(last);
    return all;
  }

  private static List<Long> upTo(long last) {
    return plus(SIZES.stream().filter(size -> size < last).toList(), last);
  }

  private static String scenario(String argument) {
    if (!ALL.contains(argument) && !argument.equals("growth") && !argument.equals("start")) {
      throw new IllegalArgumentException("'" + argument + "' is neither an option nor a scenario");
    }
    return argument;
  }

  boolean has(String scenario) {
    return scenarios.contains(scenario);
  }
}
