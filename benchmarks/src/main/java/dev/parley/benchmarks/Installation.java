package dev.parley.benchmarks;

import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.server.ParleyService;
import dev.parley.benchmarks.server.Postgres;
import dev.parley.persistence.setup.DatabaseUrl;
import java.nio.file.Path;
import java.util.Map;

/** A database of its own, and how the service is started on it. */
final class Installation implements AutoCloseable {
  private static final long SEED = 4;
  private static final String OPERATOR_TOKEN = "benchmark-operator-token";

  private final Options options;
  private final Path directory;
  private final Postgres postgres;

  private Installation(Options options, Path directory, Postgres postgres) {
    this.options = options;
    this.directory = directory;
    this.postgres = postgres;
  }

  /**
   * An empty one.
   *
   * @param directory for all its data
   */
  static Installation create(Options options, Path directory) {
    return new Installation(
        options,
        directory,
        Postgres.start(directory.resolve("database"), Map.of(), options.pinning().database()));
  }

  Postgres postgres() {
    return postgres;
  }

  /**
   * Founds the organizations and fills them.
   *
   * @param mailServer the port, on this machine, of the server their mails leave by
   */
  Dataset fill(long messages, int mailServer) {
    Dataset data = found(mailServer);
    Progress.say("filling up to " + messages + " messages");
    data.growTo(messages);
    return data;
  }

  private Dataset found(int mailServer) {
    try (ParleyService service = start()) {
      return Dataset.found(
          service.address(),
          OPERATOR_TOKEN,
          postgres.superuser(),
          options.organizations(),
          options.agents(),
          mailServer,
          SEED);
    }
  }

  ParleyService start() {
    return start(postgres.superuser(), ParleyService.Settings.USUAL);
  }

  /**
   * @param database this one, by whatever way
   */
  ParleyService start(DatabaseUrl database, int connections) {
    return ParleyService.start(
        new ParleyService.Settings(
            options.root(),
            directory.resolve("service"),
            database,
            options.pinning().service(),
            OPERATOR_TOKEN,
            options.javaOptions(),
            connections));
  }

  @Override
  public void close() {
    postgres.close();
  }
}
