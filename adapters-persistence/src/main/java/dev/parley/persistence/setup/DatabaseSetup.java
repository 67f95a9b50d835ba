package dev.parley.persistence.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes a database ready for the service before the service starts: roles, schema, grants,
 * migrations. Every step is safe to repeat, and safe when many instances start at once.
 *
 * <p>Two roles share the work. The owner cannot log in, owns the schema and runs migrations. The
 * service logs in, may change rows and nothing else: it neither owns a table nor bypasses row-level
 * security.
 */
public final class DatabaseSetup {
  /** Holds everything of ours. */
  public static final String SCHEMA = "parley";

  private static final int OLDEST_SERVER = 15;
  private static final int VERSION_UNIT = 10_000;

  /** Any constant does; it is only ever compared within one database. */
  private static final long LOCK_KEY = 0x7061726c6579L;

  private DatabaseSetup() {}

  /**
   * Prepares the database with a login that may create roles, and derives the service's login.
   *
   * @throws DatabaseSetupException when the server is too old, unreachable, or refuses a step
   */
  public static DatabaseUrl prepare(DatabaseUrl admin) {
    return prepare(admin, Optional.empty());
  }

  /**
   * Prepares the database.
   *
   * @param admin may create in the database, and roles when {@code service} is absent
   * @param service a login made by others; then no role is created and {@code admin} itself owns
   *     the schema
   * @return the login for the service
   * @throws DatabaseSetupException when the server is too old, unreachable, or refuses a step
   */
  public static DatabaseUrl prepare(DatabaseUrl admin, Optional<DatabaseUrl> service) {
    try (Connection connection = connect(admin)) {
      Sql sql = new Sql(connection);
      int version = requireVersion(sql, admin);
      sql.run("SET lock_timeout = '10min'");
      sql.run("SELECT pg_advisory_lock(" + LOCK_KEY + ")");
      return prepare(sql, version, admin, service);
    } catch (SQLException e) {
      throw new DatabaseSetupException(
          "The database " + admin + " cannot be prepared: " + Sql.reason(e), e);
    }
  }

  private static DatabaseUrl prepare(
      Sql sql, int version, DatabaseUrl admin, Optional<DatabaseUrl> readyMade)
      throws SQLException {
    Roles roles =
        readyMade.isPresent()
            ? Roles.readyMade(admin.user(), readyMade.get().user())
            : Roles.created(sql, version, admin.database());
    roles.requireHarmlessService(sql);
    Grants.apply(sql, admin.database(), roles);
    DatabaseUrl service =
        readyMade.isPresent() ? readyMade.get() : ServiceLogin.ensure(sql, admin, roles.service());
    roles.become(sql);
    Migrations.run(sql, roles);
    return service;
  }

  private static Connection connect(DatabaseUrl url) {
    try {
      return url.connect();
    } catch (SQLException e) {
      throw new DatabaseSetupException(
          "The database " + url + " cannot be reached: " + Sql.reason(e), e);
    }
  }

  private static int requireVersion(Sql sql, DatabaseUrl url) throws SQLException {
    int version =
        Integer.parseInt(sql.text("SELECT current_setting('server_version_num')")) / VERSION_UNIT;
    if (version < OLDEST_SERVER) {
      throw new DatabaseSetupException(
          "The server of "
              + url
              + " is PostgreSQL "
              + version
              + "; Parley needs "
              + OLDEST_SERVER
              + " or newer");
    }
    return version;
  }
}
