package dev.parley.bootstrap.blackbox;

import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an installation keeps, as text: every row of every table, read by the superuser, and every
 * file of the data directory but the database server's own. Bytes become the characters of ISO
 * 8859-1.
 *
 * @param rows by table, those of one organization or of all
 * @param files by path
 */
record Remains(SortedMap<String, List<String>> rows, SortedMap<String, String> files) {
  private static final String TABLES =
      """
      SELECT quote_ident(t.table_schema) || '.' || quote_ident(t.table_name), c.column_name IS NOT NULL
      FROM information_schema.tables t
      LEFT JOIN information_schema.columns c
        ON (c.table_schema, c.table_name, c.column_name) = (t.table_schema, t.table_name, 'org_id')
      WHERE t.table_type = 'BASE TABLE' AND t.table_schema NOT IN ('pg_catalog', 'information_schema')
      """;

  /** Everything. */
  static Remains of(ParleyProcess parley) {
    return read(parley, "", "");
  }

  /** What belongs to one organization. */
  static Remains of(ParleyProcess parley, long organization) {
    return read(parley, " WHERE org_id = " + organization, "/" + organization + "/");
  }

  /** The same but for one table. */
  Remains without(String table) {
    SortedMap<String, List<String>> others = new TreeMap<>(rows);
    if (others.remove(table) == null) {
      throw new IllegalArgumentException("there is no " + table);
    }
    return new Remains(others, files);
  }

  String text() {
    return rows + "\n" + files;
  }

  private static Remains read(ParleyProcess parley, String condition, String path) {
    try (Connection connection = superuser(parley)) {
      return new Remains(rows(connection, condition), files(parley.data(), path));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of one query, each by the names of its columns; what is null is left out. */
  static List<Map<String, String>> query(ParleyProcess parley, String query) {
    try (Connection connection = superuser(parley);
        ResultSet result = connection.createStatement().executeQuery(query)) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(ResultSet result) throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      String value = result.getString(column);
      if (value != null) {
        row.put(result.getMetaData().getColumnName(column), value);
      }
    }
    return row;
  }

  private static Connection superuser(ParleyProcess parley) throws IOException, SQLException {
    String url = Files.readString(parley.data().resolve("database-url")).strip();
    return DatabaseUrl.parse(url).connect();
  }

  private static SortedMap<String, List<String>> rows(Connection connection, String condition)
      throws SQLException {
    SortedMap<String, List<String>> rows = new TreeMap<>();
    try (ResultSet tables = connection.createStatement().executeQuery(TABLES)) {
      while (tables.next()) {
        String table = tables.getString(1);
        if (condition.isEmpty() || tables.getBoolean(2)) {
          rows.put(table, rowsOf(connection, "SELECT * FROM " + table + condition));
        }
      }
    }
    return rows;
  }

  private static List<String> rowsOf(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = connection.createStatement().executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          row.append(result.getMetaData().getColumnName(column)).append('=');
          row.append(text(result, column)).append(' ');
        }
        rows.add(row.toString());
      }
    }
    return rows.stream().sorted().toList();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return "bytea".equals(row.getMetaData().getColumnTypeName(column))
            && row.getBytes(column) != null
        ? new String(row.getBytes(column), StandardCharsets.ISO_8859_1)
        : Objects.toString(row.getString(column));
  }

  private static SortedMap<String, String> files(Path data, String path) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = "/" + data.relativize(file);
        boolean ofServer = name.startsWith("/postgres/") && !name.endsWith(".log");
        if (!ofServer && name.contains(path)) {
          files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }
}
