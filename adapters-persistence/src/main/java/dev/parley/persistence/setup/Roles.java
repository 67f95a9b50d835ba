package dev.parley.persistence.setup;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Who owns the schema and who serves.
 *
 * @param owner runs migrations; a role without login, or the installation's own user
 * @param service may change rows only
 * @param managed whether the roles are ours to create
 */
record Roles(String owner, String service, boolean managed) {
  /** PostgreSQL cuts longer names off without a word, so two databases could share a role. */
  private static final int LONGEST_NAME_BYTES = 63;

  /** From this version on, creating a role does not let its creator act as it. */
  private static final int MEMBERSHIP_OPTIONS = 16;

  static Roles readyMade(String owner, String service) {
    return new Roles(owner, service, false);
  }

  static Roles created(Sql sql, int version, String database) throws SQLException {
    Roles roles = new Roles(database + "_owner", database + "_service", true);
    requireLength(roles.service());
    create(sql, roles.owner(), "NOLOGIN");
    create(sql, roles.service(), "LOGIN NOINHERIT");
    roles.allowBecoming(sql, version);
    return roles;
  }

  /** Everything created from here on belongs to the owner. */
  void become(Sql sql) throws SQLException {
    if (managed) {
      sql.run("SET ROLE " + Sql.identifier(owner));
    }
  }

  /** Row-level security protects nothing from an owner or a superuser. */
  void requireHarmlessService(Sql sql) throws SQLException {
    boolean exists = sql.holds("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", service);
    if (!exists) {
      throw new DatabaseSetupException("The service's user " + service + " does not exist");
    }
    boolean powerful =
        sql.holds(
            "SELECT rolsuper OR rolbypassrls OR pg_has_role(rolname, ?, 'MEMBER')"
                + " FROM pg_roles WHERE rolname = ?",
            owner,
            service);
    if (powerful) {
      throw new DatabaseSetupException(
          "The service's user "
              + service
              + " is a superuser, bypasses row-level security or acts as "
              + owner
              + "; take that away, it would undo the separation of organizations");
    }
  }

  private static void create(Sql sql, String role, String options) throws SQLException {
    if (sql.holds("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role)) {
      return;
    }
    try {
      sql.run("CREATE ROLE " + Sql.identifier(role) + " " + options);
    } catch (SQLException e) {
      throw new DatabaseSetupException(
          "The database user may not create the role "
              + role
              + " ("
              + Sql.reason(e)
              + "); give it CREATEROLE, or create a login for the service and set"
              + " PARLEY_DATABASE_SERVICE_URL",
          e);
    }
  }

  private void allowBecoming(Sql sql, int version) throws SQLException {
    String may = version >= MEMBERSHIP_OPTIONS ? "SET" : "MEMBER";
    if (!sql.holds("SELECT pg_has_role(?, '" + may + "')", owner)) {
      sql.run("GRANT " + Sql.identifier(owner) + " TO CURRENT_USER");
    }
  }

  private static void requireLength(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      throw new DatabaseSetupException(
          "The database's name is too long to name roles after it: " + name);
    }
  }
}
