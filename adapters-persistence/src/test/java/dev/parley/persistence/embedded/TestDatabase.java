package dev.parley.persistence.embedded;

import dev.parley.persistence.setup.DatabaseSetup;
import dev.parley.persistence.setup.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database of a test's own, on the server that all tests of this JVM share.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *   connect(database.service());
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
  private final DatabaseUrl admin;
  private final DatabaseUrl service;

  private TestDatabase(DatabaseUrl admin, DatabaseUrl service) {
    this.admin = admin;
    this.service = service;
  }

  /** A fresh database, migrated: a copy of one that is prepared once per JVM. */
  public static TestDatabase create() {
    String name = newName();
    execute("CREATE DATABASE " + name + " TEMPLATE " + Template.SERVICE.database());
    return new TestDatabase(
        TestServer.url().withDatabase(name), Template.SERVICE.withDatabase(name));
  }

  /** A fresh database with nothing in it, not even the schema; its service cannot log in yet. */
  public static TestDatabase empty() {
    String name = newName();
    execute("CREATE DATABASE " + name);
    DatabaseUrl url = TestServer.url().withDatabase(name);
    return new TestDatabase(url, url);
  }

  /**
   * The superuser's login: for what a test must see past row-level security, and for setting up.
   */
  public DatabaseUrl admin() {
    return admin;
  }

  /** The login the application works with. */
  public DatabaseUrl service() {
    return service;
  }

  /** Removes the database with its roles, ending the sessions still open. */
  @Override
  public void close() {
    String name = admin.database();
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    execute("DROP ROLE IF EXISTS " + name + "_service, " + name + "_owner");
  }

  private static String newName() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static void execute(String statement) {
    DatabaseUrl url = TestServer.url();
    try (Connection connection = url.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Template {
    static final DatabaseUrl SERVICE = prepare();

    private static DatabaseUrl prepare() {
      TestDatabase database = empty();
      if (TestServer.outlivesUs()) {
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      }
      return DatabaseSetup.prepare(database.admin());
    }
  }
}
