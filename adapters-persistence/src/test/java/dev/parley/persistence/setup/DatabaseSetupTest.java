package dev.parley.persistence.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.embedded.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseSetupTest {
  private final TestDatabase database = TestDatabase.empty();
  private final DatabaseUrl admin = database.admin();
  private final String name = admin.database();
  private final List<String> extraRoles = new ArrayList<>();

  @AfterEach
  void removeTheDatabase() throws SQLException {
    database.close();
    for (String role : extraRoles) {
      asPostgres("DROP ROLE " + role);
    }
  }

  @Test
  void gives_the_service_a_login_that_may_change_rows_and_nothing_else() throws SQLException {
    DatabaseUrl service = DatabaseSetup.prepare(admin);
    asAdmin("SET ROLE " + name + "_owner", "CREATE TABLE parley.thing (word text)");
    as(service, "INSERT INTO parley.thing VALUES ('a')", "DELETE FROM parley.thing");
    assertThatThrownBy(() -> as(service, "CREATE TABLE parley.mine (word text)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(service, "ALTER TABLE parley.thing ADD more text"))
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> as(service, "SET ROLE " + name + "_owner"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(service, "SELECT * FROM parley.databasechangelog"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void gives_every_instance_the_same_login() {
    assertThat(DatabaseSetup.prepare(admin)).isEqualTo(DatabaseSetup.prepare(admin));
  }

  @Test
  void is_safe_when_many_instances_start_at_once() throws Exception {
    try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
      List<Future<DatabaseUrl>> logins = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        logins.add(instances.submit(() -> DatabaseSetup.prepare(admin)));
      }
      for (Future<DatabaseUrl> login : logins) {
        as(login.get(), "SELECT 1");
      }
    }
  }

  @Test
  void repairs_the_login_when_somebody_changed_its_password() throws SQLException {
    DatabaseUrl service = DatabaseSetup.prepare(admin);
    asAdmin("ALTER ROLE " + name + "_service PASSWORD 'other'");
    assertThatThrownBy(() -> as(service, "SELECT 1")).isInstanceOf(SQLException.class);
    as(DatabaseSetup.prepare(admin), "SELECT 1");
  }

  @Test
  void goes_on_after_a_process_was_killed_while_it_migrated() throws SQLException {
    DatabaseSetup.prepare(admin);
    asAdmin(
        "COMMENT ON TABLE parley.databasechangelog IS NULL",
        "UPDATE parley.databasechangeloglock SET locked = true, lockedby = 'gone'");
    as(DatabaseSetup.prepare(admin), "SELECT 1");
  }

  @Test
  void leaves_a_schema_that_is_up_to_date_alone() throws SQLException {
    DatabaseSetup.prepare(admin);
    lockAsLiquibaseDoes();
    DatabaseSetup.prepare(admin);
    assertThat(liquibaseRan()).isFalse();
  }

  @Test
  void lets_liquibase_look_where_nothing_is_recorded_and_records_it() throws SQLException {
    DatabaseSetup.prepare(admin);
    asAdmin("COMMENT ON TABLE parley.databasechangelog IS NULL");
    lockAsLiquibaseDoes();
    DatabaseSetup.prepare(admin);
    assertThat(liquibaseRan()).isTrue();
    lockAsLiquibaseDoes();
    DatabaseSetup.prepare(admin);
    assertThat(liquibaseRan()).isFalse();
  }

  @Test
  void lets_liquibase_look_after_another_version_has_migrated() throws SQLException {
    DatabaseSetup.prepare(admin);
    asAdmin("COMMENT ON TABLE parley.databasechangelog IS 'of another version'");
    lockAsLiquibaseDoes();
    DatabaseSetup.prepare(admin);
    assertThat(liquibaseRan()).isTrue();
  }

  @Test
  void migrates_what_somebody_rolled_back() throws SQLException {
    DatabaseSetup.prepare(admin);
    asAdmin(
        "DROP TABLE parley.installation",
        "DELETE FROM parley.databasechangelog WHERE id = 'installation'");
    as(DatabaseSetup.prepare(admin), "SELECT FROM parley.installation");
  }

  @Test
  void works_with_a_user_that_may_create_roles_but_is_no_superuser() throws SQLException {
    DatabaseUrl creator = user("creator", "CREATEROLE");
    asAdmin("GRANT CREATE ON DATABASE " + name + " TO " + creator.user());
    DatabaseUrl service = DatabaseSetup.prepare(creator);
    as(service, "SELECT 1");
    assertThat(DatabaseSetup.prepare(creator)).isEqualTo(service);
    asAdmin("DROP OWNED BY " + creator.user());
  }

  @Test
  void says_what_to_do_when_the_user_may_not_create_roles() throws SQLException {
    DatabaseUrl plain = user("plain", "");
    assertThatExceptionOfType(DatabaseSetupException.class)
        .isThrownBy(() -> DatabaseSetup.prepare(plain))
        .withMessageContaining("PARLEY_DATABASE_SERVICE_URL");
  }

  @Test
  void works_with_a_ready_made_service_login_and_creates_no_role() throws SQLException {
    DatabaseUrl plain = user("plain", "");
    DatabaseUrl ready = user("ready", "");
    asAdmin("GRANT CREATE ON DATABASE " + name + " TO " + plain.user());
    DatabaseUrl service = DatabaseSetup.prepare(plain, Optional.of(ready));
    assertThat(service).isEqualTo(ready);
    as(plain, "CREATE TABLE parley.thing (word text)");
    as(service, "INSERT INTO parley.thing VALUES ('a')");
    assertThatThrownBy(() -> as(service, "DROP TABLE parley.thing"))
        .hasMessageContaining("must be owner");
    asAdmin("DROP OWNED BY " + ready.user(), "DROP OWNED BY " + plain.user() + " CASCADE");
  }

  @Test
  void refuses_a_service_login_that_row_level_security_does_not_bind() throws SQLException {
    DatabaseUrl plain = user("plain", "");
    DatabaseUrl mighty = user("mighty", "BYPASSRLS");
    asAdmin("GRANT CREATE ON DATABASE " + name + " TO " + plain.user());
    assertThatExceptionOfType(DatabaseSetupException.class)
        .isThrownBy(() -> DatabaseSetup.prepare(plain, Optional.of(mighty)))
        .withMessageContaining("row-level security");
    asAdmin("DROP OWNED BY " + plain.user());
  }

  @Test
  void says_in_one_line_that_the_server_cannot_be_reached() {
    DatabaseUrl nowhere = DatabaseUrl.parse("postgresql://a:b@127.0.0.1:1/x");
    assertThatExceptionOfType(DatabaseSetupException.class)
        .isThrownBy(() -> DatabaseSetup.prepare(nowhere))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains("127.0.0.1:1/x cannot be reached")
                    .doesNotContain("\n"));
  }

  /** Liquibase, and nothing else, takes it away again. */
  private void lockAsLiquibaseDoes() throws SQLException {
    asAdmin("UPDATE parley.databasechangeloglock SET locked = true, lockedby = 'gone'");
  }

  private boolean liquibaseRan() throws SQLException {
    try (Connection connection = admin.connect()) {
      return new Sql(connection).holds("SELECT NOT locked FROM parley.databasechangeloglock");
    }
  }

  private DatabaseUrl user(String word, String options) throws SQLException {
    String role = name + "_" + word;
    asAdmin("CREATE ROLE " + role + " LOGIN PASSWORD 'pw' " + options);
    extraRoles.add(role);
    return admin.withLogin(role, "pw");
  }

  private void asAdmin(String... statements) throws SQLException {
    as(admin, statements);
  }

  private void asPostgres(String statement) throws SQLException {
    as(admin.withDatabase("postgres"), statement);
  }

  private static void as(DatabaseUrl login, String... statements) throws SQLException {
    try (Connection connection = login.connect()) {
      for (String statement : statements) {
        new Sql(connection).run(statement);
      }
    }
  }
}
