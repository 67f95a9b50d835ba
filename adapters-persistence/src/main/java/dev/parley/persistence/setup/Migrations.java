package dev.parley.persistence.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the schema to this version.
 *
 * <p>Loading Liquibase takes longer than the rest of the preparation together, so what it last left
 * is kept as the comment of its table, and an up-to-date schema costs two queries: the changelog's
 * fingerprint tells other versions apart, and that of the table's rows a change that was rolled
 * back or restored without it. Whenever either differs, or there is no comment, Liquibase decides.
 */
final class Migrations {
  private static final String TABLE = DatabaseSetup.SCHEMA + ".databasechangelog";

  private final Sql sql;
  private final Roles roles;

  private Migrations(Sql sql, Roles roles) {
    this.sql = sql;
    this.roles = roles;
  }

  /**
   * Runs what is missing, as the role the connection has taken on. The caller holds the lock that
   * keeps other instances out; Liquibase's own lock, a row that outlives a killed process, is taken
   * away.
   */
  static void run(Sql sql, Roles roles) throws SQLException {
    new Migrations(sql, roles).run();
  }

  private void run() throws SQLException {
    String changelog = Changelog.fingerprint();
    if (isUpToDate(changelog)) {
      return;
    }
    sql.run("SET search_path = " + Sql.identifier(DatabaseSetup.SCHEMA));
    // A migration that waits for a lock makes everybody behind it wait too.
    sql.run("SET lock_timeout = '10s'");
    migrate();
    sql.connection().setAutoCommit(true);
    sql.run(
        "REVOKE ALL ON databasechangelog, databasechangeloglock FROM "
            + Sql.identifier(roles.service()));
    sql.run("COMMENT ON TABLE databasechangelog IS '" + record(changelog) + "'");
  }

  private boolean isUpToDate(String changelog) throws SQLException {
    String recorded =
        sql.text("SELECT coalesce(obj_description(to_regclass(?), 'pg_class'), '')", TABLE);
    return recorded.startsWith(changelog) && recorded.equals(record(changelog));
  }

  private String record(String changelog) throws SQLException {
    return changelog
        + " "
        + sql.text(
            "SELECT coalesce(md5(string_agg(concat_ws(' ', id, author, md5sum), ',' ORDER BY id,"
                + " author)), '') FROM "
                + TABLE);
  }

  private void migrate() {
    try {
      Scope.child(
          Map.of(
              Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", "false"),
          () -> update(sql.connection()));
    } catch (Exception e) {
      throw new DatabaseSetupException("The database cannot be migrated: " + rootMessage(e), e);
    }
  }

  private static void update(Connection connection) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    database.setDefaultSchemaName(DatabaseSetup.SCHEMA);
    Liquibase liquibase =
        new Liquibase(Changelog.FILE, new ClassLoaderResourceAccessor(), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    liquibase.forceReleaseLocks();
    liquibase.update("");
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
