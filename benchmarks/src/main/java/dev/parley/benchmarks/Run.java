package dev.parley.benchmarks;

import dev.parley.benchmarks.ceiling.BuiltInScripts;
import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Recorder;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.report.Environment;
import dev.parley.benchmarks.report.GrowthResult;
import dev.parley.benchmarks.report.Report;
import dev.parley.benchmarks.report.ScenarioResult;
import dev.parley.benchmarks.report.StartResult;
import dev.parley.benchmarks.report.Yardstick;
import dev.parley.benchmarks.scenario.Recording;
import dev.parley.benchmarks.scenario.Scenario;
import dev.parley.benchmarks.scenario.Scenarios;
import dev.parley.benchmarks.scenario.Starts;
import dev.parley.benchmarks.scenario.World;
import dev.parley.benchmarks.server.ParleyService;
import dev.parley.benchmarks.server.Postgres;
import dev.parley.benchmarks.server.SlowMailServer;
import dev.parley.persistence.setup.DatabaseUrl;
import dev.parley.persistence.support.CountingProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run, from an empty database to the report. */
final class Run {
  /** So that all have the statements prepared after a few requests. */
  private static final int FEW_CONNECTIONS = 2;

  /** Takes what has been found so far; each report has all of the one before. */
  interface Sink {
    void take(Report report) throws IOException;
  }

  private final Options options;
  private final Path work;
  private final Sink sink;
  private final List<Scenario> scenarios;
  private final List<ScenarioResult> results = new ArrayList<>();
  private final List<GrowthResult> growth = new ArrayList<>();
  private final List<StartResult> starts = new ArrayList<>();
  private final Instant begun = Instant.now();

  /**
   * @param work an empty directory that may fill with gigabytes
   */
  Run(Options options, Path work, Sink sink) {
    this.options = options;
    this.work = work;
    this.sink = sink;
    this.scenarios =
        Scenarios.all().stream().filter(scenario -> options.has(scenario.id())).toList();
  }

  /**
   * @return all that was found
   */
  Report report() throws IOException {
    options.pinning().bindLoad();
    Environment environment = measureOnData();
    measureStarts();
    sink.take(found(environment));
    return found(environment);
  }

  private Environment measureOnData() throws IOException {
    try (Installation main = Installation.create(options, work);
        SlowMailServer mailServer = new SlowMailServer()) {
      Environment environment =
          Machine.describe(options, main.postgres(), begun, yardstick(main.postgres()));
      if (options.growth() || !scenarios.isEmpty()) {
        Dataset data = main.fill(options.sizes().getLast(), mailServer.port());
        grow(main, data, mailServer);
        sink.take(found(environment));
        measure(main, data, environment);
      }
      return environment;
    }
  }

  private Report found(Environment environment) {
    return new Report(
        environment.after(Duration.between(begun, Instant.now())),
        List.copyOf(results),
        List.copyOf(growth),
        List.copyOf(starts));
  }

  private Yardstick yardstick(Postgres postgres) {
    Progress.say("measuring the yardstick");
    return BuiltInScripts.measure(postgres, options.effort().scale(), options.effort().yardstick());
  }

  private void grow(Installation main, Dataset data, SlowMailServer mailServer) {
    if (options.growth()) {
      growth.addAll(new Sizes(options, work, mailServer.port()).measure(main, data));
    }
  }

  private void measure(Installation main, Dataset data, Environment environment)
      throws IOException {
    if (scenarios.isEmpty()) {
      return;
    }
    record(main, data);
    try (ParleyService service = main.start();
        HttpLoad load = new HttpLoad(service.address())) {
      World world = world(main.postgres(), data, service, load);
      for (Scenario scenario : scenarios) {
        results.add(measure(scenario, world));
        sink.take(found(environment));
      }
    }
  }

  private static ScenarioResult measure(Scenario scenario, World world) {
    Progress.say("measuring " + scenario.id());
    ScenarioResult result = scenario.measure(world);
    Progress.say(result);
    return result;
  }

  private World world(Postgres postgres, Dataset data, ParleyService service, HttpLoad load) {
    Optional<Pgbench> pgbench = Pgbench.find(postgres, work);
    if (pgbench.isEmpty()) {
      Progress.say(
          "there is no pgbench, so there are no ceilings (Debian: apt install postgresql)");
    }
    return new World(options.effort(), postgres, service, data, load, pgbench);
  }

  private void record(Installation main, Dataset data) throws IOException {
    Progress.say("recording statements");
    Postgres postgres = main.postgres();
    try (Recorder recorder = new Recorder(postgres);
        CountingProxy proxy = new CountingProxy(withoutTls(postgres.superuser()));
        ParleyService service = main.start(proxy.url(), FEW_CONNECTIONS);
        HttpLoad load = new HttpLoad(service.address())) {
      Recording recording = new Recording(service.address(), postgres, data, load, recorder, proxy);
      scenarios.forEach(scenario -> scenario.record(recording));
    }
  }

  /** The proxy reads the protocol, whose very first message would ask for TLS. */
  private static DatabaseUrl withoutTls(DatabaseUrl url) {
    return DatabaseUrl.parse(url.text() + "?sslmode=disable");
  }

  /** On a server of its own: that of the scenarios tidies up after them for minutes. */
  private void measureStarts() {
    if (!options.starts()) {
      return;
    }
    Progress.say("measuring the start");
    Path directory = work.resolve("starts");
    try (Installation small = Installation.create(options, directory)) {
      starts.addAll(
          new Starts(
                  options.root(),
                  directory,
                  small.postgres().superuser(),
                  options.pinning().service(),
                  options.startTimes())
              .measure());
    }
  }
}
