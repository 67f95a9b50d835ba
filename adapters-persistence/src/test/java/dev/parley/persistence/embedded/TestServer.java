package dev.parley.persistence.embedded;

import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The server all tests of one JVM share: {@code PARLEY_TEST_DATABASE_URL} when that is set (a
 * superuser), else an embedded one that forgets everything.
 */
final class TestServer {
  private static final Optional<DatabaseUrl> EXTERNAL =
      Optional.ofNullable(System.getenv("PARLEY_TEST_DATABASE_URL")).map(DatabaseUrl::parse);
  private static final DatabaseUrl URL = EXTERNAL.orElseGet(TestServer::startEmbedded);

  private TestServer() {}

  static DatabaseUrl url() {
    return URL;
  }

  /** Whether what tests leave on it stays. */
  static boolean outlivesUs() {
    return EXTERNAL.isPresent();
  }

  /** Programs are unpacked once per machine, outside what a clean build removes. */
  static Path software() {
    return Path.of(System.getProperty("user.home"), ".cache", "parley", "postgres");
  }

  static EmbeddedPostgres.Settings forgetful(Path directory) {
    return new EmbeddedPostgres.Settings(
        directory,
        software(),
        false,
        Map.of("max_connections", "200", "shared_buffers", "64MB"),
        message -> {});
  }

  private static DatabaseUrl startEmbedded() {
    try {
      Path directory = Files.createTempDirectory("parley-test-postgres");
      EmbeddedPostgres server = EmbeddedPostgres.start(forgetful(directory));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
      return DatabaseUrl.parse(server.superuserUrl());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres server, Path directory) {
    server.close();
    try {
      PrivateFiles.deleteTree(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
