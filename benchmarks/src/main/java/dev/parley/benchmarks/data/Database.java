package dev.parley.benchmarks.data;

import dev.parley.persistence.setup.DatabaseSetup;
import dev.parley.persistence.setup.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A superuser's way into the service's schema. */
record Database(DatabaseUrl url) {

  /** One whose triggers, those of foreign keys among them, do not fire. */
  Connection open() throws SQLException {
    Connection connection = url.connect();
    try {
      run(
          connection,
          "set search_path = " + DatabaseSetup.SCHEMA,
          "set session_replication_role = replica",
          "set synchronous_commit = off",
          "set maintenance_work_mem = '512MB'",
          // Two indexes are built at a time.
          "set max_parallel_maintenance_workers = 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  void run(String... statements) throws SQLException {
    try (Connection connection = open()) {
      run(connection, statements);
    }
  }

  /** The columns of the only row. */
  long[] row(String query, long... arguments) throws SQLException {
    try (Connection connection = open();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setLong(i + 1, arguments[i]);
      }
      ResultSet rows = statement.executeQuery();
      rows.next();
      long[] row = new long[rows.getMetaData().getColumnCount()];
      for (int i = 0; i < row.length; i++) {
        row[i] = rows.getLong(i + 1);
      }
      return row;
    }
  }

  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(query);
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }
}
