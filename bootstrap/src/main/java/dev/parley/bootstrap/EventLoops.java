package dev.parley.bootstrap;

import dev.parley.persistence.setup.DatabaseUrl;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many threads serve requests. A request and its connection to the database are often on two of
 * them, which then wake each other; the fewer there are the less of that, as long as they are not
 * what runs out first (ADR 0023).
 */
final class EventLoops {
  static final String SETTING = "quarkus.vertx.event-loops-pool-size";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private EventLoops() {}

  /**
   * Half the cores where the database shares them: it uses at least as much as the service. Empty
   * where it has a machine of its own: as many as the framework takes.
   */
  static OptionalInt beside(DatabaseUrl database, int cores) {
    return THIS_MACHINE.contains(database.host())
        ? OptionalInt.of(Math.max(1, cores / 2))
        : OptionalInt.empty();
  }
}
