package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.server.Postgres;

/** What the service still has to do for what it has accepted. */
final class Backlog {
  private static final String ID = " >= '" + Script.OWN_IDS + "0000-0000-0000-0000-000000000000'";

  private final Postgres postgres;

  Backlog(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Whether more than so many mails are to become messages. */
  boolean hasArrivals(int beyond) {
    return has("parley.raw_inbound where state = 'new'", beyond);
  }

  /** Looks no further than it must, since it looks while others are measured. */
  private boolean has(String rows, int beyond) {
    return postgres
        .query("select exists (select from " + rows + " offset " + beyond + ")")
        .getFirst()
        .equals("t");
  }

  /** Waits until everything accepted is done. */
  void awaitNone() {
    new Condition(
            "the end of the backlog",
            () -> !hasArrivals(0) && !has("parley.event where position is null", 0))
        .await();
  }

  /** Takes away what a script has left for the service to do. */
  void forgetScripts() {
    postgres.run(
        "delete from parley.outbox where message_id" + ID,
        "delete from parley.raw_inbound where state = 'new' and id" + ID,
        "delete from parley.event where position is null and id" + ID);
  }
}
