package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.embedded.TestDatabase;
import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartIT {
  private static final Duration REFUSAL = Duration.ofSeconds(30);
  private static final int SIGTERM_EXIT = 143;

  @TempDir Path temporary;
  private Path directory = Path.of("");

  @BeforeEach
  void aDirectoryWithASpaceInItsName() {
    directory = temporary.resolve("my parley");
  }

  @Test
  void starts_on_nothing_survives_a_kill_and_stops_on_a_signal() throws Exception {
    try (ParleyProcess parley = ParleyProcess.in(directory).start()) {
      assertThat(permissions(parley.data().resolve("database-url"))).isEqualTo("rw-------");
      assertThat(permissions(parley.data())).isEqualTo("rwx------");
      execute(parley, "CREATE TABLE kept (id int)");
      parley.kill();

      parley.restart();
      execute(parley, "DROP TABLE kept");
      assertThat(parley.stop()).isEqualTo(SIGTERM_EXIT);
      assertThat(Files.readString(parley.data().resolve("postgres/server.log")))
          .endsWith("database system is shut down\n");
      assertThat(databaseServersOf(parley)).isEmpty();
    }
  }

  @Test
  void starts_after_service_and_database_were_killed_together() throws Exception {
    try (ParleyProcess parley = ParleyProcess.in(directory).start()) {
      List<ProcessHandle> servers = databaseServersOf(parley);
      assertThat(servers).isNotEmpty();
      servers.forEach(ProcessHandle::destroyForcibly);
      parley.kill();

      parley.restart();
      assertThat(status(parley, "/q/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void is_alive_but_not_ready_while_the_database_is_away_and_recovers_by_itself() {
    try (ParleyProcess parley = ParleyProcess.in(directory).start()) {
      databaseServersOf(parley).forEach(ProcessHandle::destroyForcibly);
      assertThat(status(parley, "/q/health/live")).isEqualTo(200);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> status(parley, "/q/health/ready") == 200);
    }
  }

  @Test
  void refuses_a_second_process_on_the_same_data_in_one_line() {
    try (ParleyProcess first = ParleyProcess.in(directory).start();
        ParleyProcess second =
            ParleyProcess.in(temporary.resolve("second"))
                .with("PARLEY_DATA_DIR", first.data().toString())
                .launchOnly()) {
      assertThat(second.awaitEnd(REFUSAL)).isEqualTo(1);
      assertThat(second.log().lines()).singleElement().asString().contains("is in use by process");
      assertThat(status(first, "/q/health/ready")).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_HTTP_PORT, abc, PARLEY_HTTP_PORT: 'abc' is not a port (1 to 65535)",
    "PARLEY_ADMIN_TOKEN, prl_s3cret, PARLEY_ADMIN_TOKEN: is not of the form",
    "PARLEY_DATABASE_URL, mysql://a:s3cret@h/d, PARLEY_DATABASE_URL: is not of the form",
    "PARLEY_LIMITS_JSON_DEPTH, 7, PARLEY_LIMITS_JSON_DEPTH: '7' is not from 8 to 500"
  })
  void refuses_a_wrong_setting_in_one_line_before_anything_starts(
      String variable, String value, String line) {
    try (ParleyProcess parley = ParleyProcess.in(directory).with(variable, value).launchOnly()) {
      assertThat(parley.awaitEnd(REFUSAL)).isEqualTo(2);
      assertThat(parley.log().lines())
          .singleElement()
          .satisfies(said -> assertThat(said).startsWith("parley: " + line))
          .satisfies(said -> assertThat(said).doesNotContain("s3cret"));
      assertThat(parley.data()).doesNotExist();
    }
  }

  @Test
  void says_in_one_line_that_the_port_is_taken() {
    ParleyProcess.Setup setup = ParleyProcess.in(directory);
    try (ParleyProcess first = setup.start();
        ParleyProcess second =
            ParleyProcess.in(temporary.resolve("second"))
                .with("PARLEY_HTTP_PORT", Integer.toString(setup.port()))
                .launchOnly()) {
      assertThat(second.awaitEnd(REFUSAL)).isEqualTo(1);
      assertThat(second.log().lines())
          .singleElement()
          .asString()
          .contains("PARLEY_HTTP_PORT: cannot listen on port " + setup.port());
      assertThat(status(first, "/q/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void works_on_an_external_database_without_starting_its_own() throws Exception {
    try (TestDatabase database = TestDatabase.empty();
        ParleyProcess parley =
            ParleyProcess.in(directory)
                .with("PARLEY_DATABASE_URL", database.admin().text())
                .start()) {
      assertThat(parley.data().resolve("postgres")).doesNotExist();
      assertThat(databaseServersOf(parley)).isEmpty();
      assertThat(status(parley, "/q/health/ready")).isEqualTo(200);
      try (Connection connection = connect(database.admin())) {
        connection.createStatement().execute("SELECT FROM parley.databasechangelog");
      }
    }
  }

  @Test
  void says_in_one_line_that_the_external_database_cannot_be_reached() {
    try (ParleyProcess parley =
        ParleyProcess.in(directory)
            .with("PARLEY_DATABASE_URL", "postgresql://a:s3cret@127.0.0.1:1/parley")
            .launchOnly()) {
      assertThat(parley.awaitEnd(REFUSAL)).isEqualTo(1);
      assertThat(parley.log().lines())
          .singleElement()
          .asString()
          .contains("127.0.0.1:1/parley cannot be reached")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void keeps_one_key_for_its_secrets() throws Exception {
    try (ParleyProcess parley = ParleyProcess.in(directory).start()) {
      Path file = parley.data().resolve("secret.key");
      assertThat(permissions(file)).isEqualTo("rw-------");
      String key = Files.readString(file);
      parley.stop();
      parley.restart();
      assertThat(file).hasContent(key);
    }
  }

  private static List<ProcessHandle> databaseServersOf(ParleyProcess parley) {
    Path cluster = parley.data().resolve("postgres/data");
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(Stream::of)
                    .orElseGet(Stream::empty)
                    .anyMatch(cluster.toString()::equals))
        .toList();
  }

  /** The answer's status, or 0 when there is no answer. */
  private static int status(ParleyProcess parley, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> response =
          client.send(HttpRequest.newBuilder(parley.url(path)).build(), BodyHandlers.discarding());
      return response.statusCode();
    } catch (IOException nobodyAnswers) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void execute(ParleyProcess parley, String statement) throws Exception {
    String url = Files.readString(parley.data().resolve("database-url")).strip();
    try (Connection connection = connect(DatabaseUrl.parse(url))) {
      connection.createStatement().execute(statement);
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return url.connect();
  }
}
