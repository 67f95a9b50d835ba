package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.report.StartResult;
import dev.parley.benchmarks.server.ParleyService;
import dev.parley.persistence.setup.DatabaseUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the service takes from the command to the first 200, on data that are there already. */
public final class Starts {
  private static final String OPERATOR_TOKEN = "benchmark-operator-token";
  private static final String NO_CACHE = "-XX:AOTMode=off";

  private final Path root;
  private final Path directory;
  private final DatabaseUrl database;
  private final String cores;
  private final int times;

  /**
   * @param directory for the data of the services
   * @param database external, of no more than a few rows
   */
  public Starts(Path root, Path directory, DatabaseUrl database, String cores, int times) {
    this.root = root;
    this.directory = directory;
    this.database = database;
    this.cores = cores;
    this.times = times;
  }

  public List<StartResult> measure() {
    return List.of(
        external("AOT cache, external database", ""),
        embedded("AOT cache, embedded database", ""),
        external("no AOT cache, external database", NO_CACHE),
        embedded("no AOT cache, embedded database", NO_CACHE));
  }

  private StartResult external(String name, String options) {
    return form(name, database, "service", options);
  }

  private StartResult embedded(String name, String options) {
    return form(name, null, "start", options);
  }

  /** The first of several is not counted: it creates what is not there, and fills caches. */
  private StartResult form(String name, @Nullable DatabaseUrl url, String folder, String options) {
    List<Double> seconds = new ArrayList<>();
    long resident = 0;
    for (int i = 0; i < times; i++) {
      try (ParleyService service =
          ParleyService.start(
              new ParleyService.Settings(
                  root,
                  directory.resolve(folder),
                  url,
                  cores,
                  OPERATOR_TOKEN,
                  options,
                  ParleyService.Settings.USUAL))) {
        resident = service.processes().residentBytes();
        if (i > 0 || times == 1) {
          seconds.add(service.startedIn().toNanos() / 1e9);
        }
      }
    }
    return new StartResult(name, seconds, resident);
  }
}
