package dev.parley.persistence.setup;

import java.sql.SQLException;

/** The schema, and what the service may do in it. */
final class Grants {
  private static final String SCHEMA = Sql.identifier(DatabaseSetup.SCHEMA);

  private Grants() {}

  static void apply(Sql sql, String database, Roles roles) throws SQLException {
    String owner = Sql.identifier(roles.owner());
    if (!sql.holds(
        "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)", DatabaseSetup.SCHEMA)) {
      sql.run("CREATE SCHEMA " + SCHEMA + " AUTHORIZATION " + owner);
    }
    allowExtensions(sql, database, roles.owner());
    boolean granted =
        sql.holds(
            "SELECT has_schema_privilege(?, ?, 'USAGE')", roles.service(), DatabaseSetup.SCHEMA);
    if (!granted) {
      grantRows(sql, owner, Sql.identifier(roles.service()));
    }
  }

  /** Once per service user: a migration may take single rights away again. */
  private static void grantRows(Sql sql, String owner, String service) throws SQLException {
    String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA " + SCHEMA;
    String rows = " GRANT SELECT, INSERT, UPDATE, DELETE ON ";
    String numbers = " GRANT USAGE, SELECT ON ";
    sql.run(defaults + rows + "TABLES TO " + service);
    sql.run(defaults + numbers + "SEQUENCES TO " + service);
    sql.run(rows + "ALL TABLES IN SCHEMA " + SCHEMA + " TO " + service);
    sql.run(numbers + "ALL SEQUENCES IN SCHEMA " + SCHEMA + " TO " + service);
    sql.run("GRANT USAGE ON SCHEMA " + SCHEMA + " TO " + service);
  }

  /**
   * Trusted extensions, pg_trgm among them, may be created by whoever may create in the database.
   */
  private static void allowExtensions(Sql sql, String database, String owner) throws SQLException {
    if (sql.holds(
        "SELECT has_database_privilege(current_database(), 'CREATE WITH GRANT OPTION')"
            + " AND NOT has_database_privilege(?, current_database(), 'CREATE')",
        owner)) {
      sql.run(
          "GRANT CREATE ON DATABASE " + Sql.identifier(database) + " TO " + Sql.identifier(owner));
    }
  }
}
