package dev.parley.benchmarks;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Recorder;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.report.Report;
import dev.parley.benchmarks.report.ScenarioResult;
import dev.parley.benchmarks.report.StartResult;
import dev.parley.benchmarks.scenario.Growth;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run, from an empty database to the report. */
final class Run {
  private static final long SEED = 4;

  /** So that all have the statements prepared after a few requests. */
  private static final int FEW_CONNECTIONS = 2;

  private static final String OPERATOR_TOKEN = "benchmark-operator-token";

  private final Options options;
  private final Path work;
  private final List<Scenario> scenarios;
  private final Instant begun = Instant.now();

  /**
   * @param work an empty directory that may fill with gigabytes
   */
  Run(Options options, Path work) {
    this.options = options;
    this.work = work;
    this.scenarios =
        Scenarios.all().stream().filter(scenario -> options.has(scenario.id())).toList();
  }

  Report report() throws IOException {
    options.pinning().bindLoad();
    try (Postgres postgres =
            Postgres.start(work.resolve("database"), Map.of(), options.pinning().database());
        SlowMailServer mailServer = new SlowMailServer()) {
      Growth growth = new Growth();
      List<ScenarioResult> results = measure(postgres, mailServer, growth);
      List<StartResult> starts = starts(postgres);
      return new Report(
          Machine.describe(options, postgres, begun), results, growth.results(), starts);
    }
  }

  private List<ScenarioResult> measure(Postgres postgres, SlowMailServer mailServer, Growth growth)
      throws IOException {
    if (scenarios.isEmpty() && !options.growth()) {
      return List.of();
    }
    Dataset data;
    try (ParleyService service = start(postgres.superuser())) {
      data =
          Dataset.found(
              service.address(),
              OPERATOR_TOKEN,
              postgres.superuser(),
              options.organizations(),
              options.agents(),
              mailServer.port(),
              SEED);
    }
    if (options.growth()) {
      grow(postgres, data, growth);
    } else {
      growTo(data, options.sizes().getLast());
    }
    if (scenarios.isEmpty()) {
      return List.of();
    }
    record(postgres, data);
    try (ParleyService service = start(postgres.superuser());
        HttpLoad load = new HttpLoad(service.address())) {
      World world = world(postgres, data, service, load);
      List<ScenarioResult> results = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        results.add(measure(scenario, world));
      }
      return results;
    }
  }

  private static ScenarioResult measure(Scenario scenario, World world) {
    Progress.say("measuring " + scenario.id());
    ScenarioResult result = scenario.measure(world);
    Progress.say(result);
    return result;
  }

  private void grow(Postgres postgres, Dataset data, Growth growth) {
    for (long size : options.sizes()) {
      growTo(data, size);
      try (ParleyService service = start(postgres.superuser());
          HttpLoad load = new HttpLoad(service.address())) {
        Progress.say("measuring growth");
        growth.step(world(postgres, data, service, load));
      }
    }
  }

  private static void growTo(Dataset data, long messages) {
    Progress.say("filling up to " + messages + " messages");
    data.growTo(messages);
  }

  private World world(Postgres postgres, Dataset data, ParleyService service, HttpLoad load) {
    Optional<Pgbench> pgbench = Pgbench.find(postgres, work);
    if (pgbench.isEmpty()) {
      Progress.say(
          "there is no pgbench, so there are no ceilings (Debian: apt install postgresql)");
    }
    return new World(options.effort(), postgres, service, data, load, pgbench);
  }

  private void record(Postgres postgres, Dataset data) throws IOException {
    Progress.say("recording statements");
    try (Recorder recorder = new Recorder(postgres);
        CountingProxy proxy = new CountingProxy(withoutTls(postgres.superuser()));
        ParleyService service = start(proxy.url(), FEW_CONNECTIONS);
        HttpLoad load = new HttpLoad(service.address())) {
      Recording recording = new Recording(service.address(), postgres, data, load, recorder, proxy);
      scenarios.forEach(scenario -> scenario.record(recording));
    }
  }

  /** The proxy reads the protocol, whose very first message would ask for TLS. */
  private static DatabaseUrl withoutTls(DatabaseUrl url) {
    return DatabaseUrl.parse(url.text() + "?sslmode=disable");
  }

  private ParleyService start(DatabaseUrl database) {
    return start(database, ParleyService.Settings.USUAL);
  }

  private ParleyService start(DatabaseUrl database, int connections) {
    return ParleyService.start(
        new ParleyService.Settings(
            options.root(),
            work.resolve("service"),
            database,
            options.pinning().service(),
            OPERATOR_TOKEN,
            options.javaOptions(),
            connections));
  }

  private List<StartResult> starts(Postgres postgres) {
    if (!options.starts()) {
      return List.of();
    }
    Progress.say("measuring the start");
    return new Starts(
            options.root(),
            work,
            postgres.superuser(),
            options.pinning().service(),
            options.startTimes())
        .measure();
  }
}
