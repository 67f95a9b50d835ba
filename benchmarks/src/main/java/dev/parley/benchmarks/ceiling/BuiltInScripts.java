package dev.parley.benchmarks.ceiling;

import dev.parley.benchmarks.report.Yardstick;
import dev.parley.benchmarks.server.Postgres;
import dev.parley.persistence.setup.DatabaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a server does under the scripts that pgbench brings along: they are the same everywhere. */
public final class BuiltInScripts {
  private static final String DATABASE = "yardstick";
  private static final int CLIENTS = 8;

  private final PgbenchProgram program;
  private final Postgres postgres;
  private final DatabaseUrl database;
  private final Duration time;

  private BuiltInScripts(PgbenchProgram program, Postgres postgres, Duration time) {
    this.program = program;
    this.postgres = postgres;
    this.database = postgres.superuser().withDatabase(DATABASE);
    this.time = time;
  }

  /**
   * Measures in a database of their own, which is gone afterwards.
   *
   * @param scale of pgbench's tables; one is 100,000 accounts
   * @param time of each script
   * @return without figures when the machine has no pgbench
   * @throws IllegalStateException when a statement fails; with what pgbench said
   */
  public static Yardstick measure(Postgres postgres, int scale, Duration time) {
    return measure(PgbenchProgram.find(), postgres, scale, time);
  }

  static Yardstick measure(
      Optional<PgbenchProgram> program, Postgres postgres, int scale, Duration time) {
    return program
        .map(found -> new BuiltInScripts(found, postgres, time).measure(scale))
        .orElse(new Yardstick(Double.NaN, Double.NaN, CLIENTS, scale));
  }

  private Yardstick measure(int scale) {
    postgres.run("create database " + DATABASE);
    try {
      program.run(database, "", List.of("--initialize", "--quiet", "--scale=" + scale));
      return new Yardstick(rate("tpcb-like"), rate("select-only"), CLIENTS, scale);
    } finally {
      postgres.run("drop database " + DATABASE + " with (force)");
    }
  }

  private double rate(String script) {
    postgres.settle();
    if (time.compareTo(PgbenchProgram.WARM_UP) > 0) {
      rate(script, PgbenchProgram.WARM_UP);
    }
    return rate(script, time);
  }

  private double rate(String script, Duration lasting) {
    return program.rate(database, "", CLIENTS, lasting, List.of("--builtin=" + script));
  }
}
