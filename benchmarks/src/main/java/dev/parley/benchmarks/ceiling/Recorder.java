package dev.parley.benchmarks.ceiling;

import dev.parley.benchmarks.server.Postgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which statements a request causes. A service whose connections were opened meanwhile
 * has them logged.
 */
public final class Recorder implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "log_statement = 'all'",
          "log_error_verbosity = 'default'",
          "log_parameter_max_length = -1");

  private final Postgres postgres;

  public Recorder(Postgres postgres) {
    this.postgres = postgres;
    SETTINGS.forEach(setting -> alter(" set " + setting));
  }

  private void alter(String change) {
    postgres.run("alter role " + postgres.service().user() + change);
  }

  /** Turns logging off for connections that are opened from now on. */
  @Override
  public void close() {
    alter(" reset all");
  }

  /**
   * The transactions for one organization that begin and end while something runs, in the order
   * they began, each from its {@code begin} to its {@code commit}.
   */
  public List<List<Statement>> transactions(long organization, Runnable work) {
    long start = postgres.logLength();
    work.run();
    String setting = "set local app.org = '" + organization + "'";
    Map<Long, List<Statement>> open = new HashMap<>();
    List<List<Statement>> all = new ArrayList<>();
    for (Statement statement : StatementLog.read(postgres.logFrom(start))) {
      if (statement.begins() && statement.text().endsWith(setting)) {
        List<Statement> transaction = new ArrayList<>();
        open.put(statement.backend(), transaction);
        all.add(transaction);
      }
      List<Statement> transaction = open.get(statement.backend());
      if (transaction != null) {
        transaction.add(statement);
      }
      if (statement.ends()) {
        open.remove(statement.backend());
      }
    }
    return all.stream().filter(transaction -> transaction.getLast().ends()).toList();
  }
}
