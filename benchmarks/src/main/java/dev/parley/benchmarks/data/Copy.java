package dev.parley.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in the text format of {@code COPY}. */
final class Copy implements AutoCloseable {
  private static final int FULL = 1 << 16;

  private final Connection connection;
  private final CopyIn copy;
  private final StringBuilder lines = new StringBuilder(FULL * 2);
  private boolean inRow;

  /**
   * @param columns separated by commas
   */
  Copy(Database database, String table, String columns) throws SQLException {
    this.connection = database.open();
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + columns + ") from stdin");
  }

  Copy number(long value) {
    separate();
    lines.append(value);
    return this;
  }

  Copy id(@Nullable UUID value) {
    return plain(value == null ? null : value.toString());
  }

  Copy time(long millis) {
    return plain(Instant.ofEpochMilli(millis).toString());
  }

  /** What has nothing to escape in it. */
  Copy plain(@Nullable String value) {
    separate();
    lines.append(value == null ? "\\N" : value);
    return this;
  }

  Copy text(String value) {
    return plain(
        value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
  }

  void end() throws SQLException {
    lines.append('\n');
    inRow = false;
    if (lines.length() > FULL) {
      flush();
    }
  }

  /** Everything arrives, or nothing. */
  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } finally {
      connection.close();
    }
  }

  private void separate() {
    if (inRow) {
      lines.append('\t');
    }
    inRow = true;
  }

  private void flush() throws SQLException {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    lines.setLength(0);
  }
}
