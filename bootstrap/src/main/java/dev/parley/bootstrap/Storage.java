package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.Installation;
import dev.parley.persistence.embedded.EmbeddedPostgres;
import dev.parley.persistence.setup.DatabaseSetup;
import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** The data directory and the database behind the service, ready for use. */
final class Storage implements AutoCloseable {
  private final Optional<EmbeddedPostgres> embedded;
  private final DatabaseUrl service;
  private final Set<String> announced = new HashSet<>();

  private Storage(Optional<EmbeddedPostgres> embedded, DatabaseUrl service) {
    this.embedded = embedded;
    this.service = service;
  }

  /** Starts the embedded server unless an external database is given, and prepares the database. */
  static Storage open(Installation installation) {
    Path directory = requireWritable(installation.dataDir());
    if (installation.externalDatabase().isPresent()) {
      DatabaseUrl url = installation.externalDatabase().get();
      return new Storage(Optional.empty(), DatabaseSetup.prepare(url, installation.serviceLogin()));
    }
    EmbeddedPostgres server =
        EmbeddedPostgres.start(
            EmbeddedPostgres.Settings.durable(directory.resolve("postgres"), Storage::report));
    try {
      OwnerOnlyFile.write(directory.resolve("database-url"), server.superuserUrl() + "\n");
      DatabaseUrl service = DatabaseSetup.prepare(DatabaseUrl.parse(server.superuserUrl()));
      return new Storage(Optional.of(server), service);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    announced.forEach(System::clearProperty);
    embedded.ifPresent(EmbeddedPostgres::close);
  }

  private static void report(String progress) {
    System.out.println("parley: " + progress);
  }

  /**
   * Tells Quarkus where the database is, and what follows from that, until it is closed. System
   * properties outrank files and variables: what was set by hand stays.
   */
  void announce() {
    announce("quarkus.datasource.reactive.url", service.reactiveUrl());
    announce("quarkus.datasource.username", service.user());
    announce("quarkus.datasource.password", service.password());
    if (ConfigProvider.getConfig().getOptionalValue(EventLoops.SETTING, String.class).isEmpty()) {
      EventLoops.beside(service, Runtime.getRuntime().availableProcessors())
          .ifPresent(loops -> announce(EventLoops.SETTING, Integer.toString(loops)));
    }
  }

  private void announce(String name, String value) {
    if (System.getProperties().putIfAbsent(name, value) == null) {
      announced.add(name);
    }
  }

  private static Path requireWritable(Path directory) {
    try {
      OwnerOnlyFile.createDirectories(directory);
    } catch (IOException e) {
      throw new CannotStart("PARLEY_DATA_DIR: " + directory + " cannot be created: " + e);
    }
    if (!Files.isWritable(directory)) {
      throw new CannotStart(
          "PARLEY_DATA_DIR: the user "
              + System.getProperty("user.name")
              + " may not write to "
              + directory
              + "; use another directory, or the user who owns it");
    }
    return directory;
  }
}
