package dev.parley.persistence.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain statements over one blocking connection, for work done before the service runs. */
record Sql(Connection connection) {

  void run(String statement) throws SQLException {
    try (Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  /** The first column of the only row, as text. */
  String text(String query, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("no row");
        }
        return String.valueOf(rows.getString(1));
      }
    }
  }

  boolean holds(String query, String... arguments) throws SQLException {
    return text(query, arguments).equals("t");
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The server's first line: the rest may quote data. */
  static String reason(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
