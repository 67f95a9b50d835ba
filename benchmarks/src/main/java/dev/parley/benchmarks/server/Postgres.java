package dev.parley.benchmarks.server;

import dev.parley.persistence.embedded.EmbeddedPostgres;
import dev.parley.persistence.setup.DatabaseSetup;
import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server the service brings along, as it ships, with a database that is ready for it. */
public final class Postgres implements AutoCloseable {
  private static final int PID_LINE = 0;

  private final EmbeddedPostgres server;
  private final Path directory;
  private final DatabaseUrl superuser;
  private final DatabaseUrl service;
  private final ProcessTree processes;

  /** Kept, since every new one costs the server a process. */
  private final Connection connection;

  private Postgres(EmbeddedPostgres server, Path directory, String cores) {
    this.server = server;
    this.directory = directory;
    this.superuser = DatabaseUrl.parse(server.superuserUrl());
    this.service = DatabaseSetup.prepare(superuser);
    long pid = Long.parseLong(lines(directory.resolve("data/postmaster.pid")).get(PID_LINE));
    Pinning.bind(pid, cores);
    this.processes = new ProcessTree(ProcessHandle.of(pid).orElseThrow());
    try {
      this.connection = superuser.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param directory its data are kept here
   * @param cores see {@link Pinning}
   */
  public static Postgres start(Path directory, Map<String, String> parameters, String cores) {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(
            new EmbeddedPostgres.Settings(
                directory, directory, true, parameters, System.err::println));
    return new Postgres(server, directory, cores);
  }

  public DatabaseUrl superuser() {
    return superuser;
  }

  /** The login the service works with, which row-level security applies to. */
  public DatabaseUrl service() {
    return service;
  }

  public ProcessTree processes() {
    return processes;
  }

  /** What its log says from a place on. */
  public String logFrom(long position) {
    Path log = directory.resolve("server.log");
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(position);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its log ends now. */
  public long logLength() {
    try {
      return Files.size(directory.resolve("server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs statements as the superuser. */
  public synchronized void run(String... statements) {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of all rows, as texts. */
  public synchronized List<String> query(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes written to the write-ahead log so far. */
  public long walBytes() {
    return Long.parseLong(query("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')").getFirst());
  }

  /** Ends what earlier load has left to do, so that the next measurement does not pay for it. */
  public void settle() {
    run("checkpoint");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (server) {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
