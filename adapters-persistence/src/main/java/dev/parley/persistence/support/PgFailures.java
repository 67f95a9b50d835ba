package dev.parley.persistence.support;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Turns what the server refuses into what callers understand. */
public final class PgFailures {
  private PgFailures() {}

  static Throwable translate(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (failure instanceof PgException e) {
      return switch (sqlState(e)) {
        // serialization failure, deadlock, lock not available
        case "40001", "40P01", "55P03" -> new DomainException(new SharedError.ConcurrentChange());
        // shutting down, crashed, cannot connect now, too many connections, disk full
        case "57P01", "57P02", "57P03", "53300", "53100" -> unavailable();
        default -> failure;
      };
    }
    return isLostConnection(failure) ? unavailable() : failure;
  }

  /** The constraint that a unique violation broke. */
  public static Optional<String> brokenUniqueConstraint(Throwable failure) {
    return failure instanceof PgException e && "23505".equals(sqlState(e))
        ? Optional.ofNullable(e.getConstraint())
        : Optional.empty();
  }

  /** The constraint that a foreign key violation broke. */
  public static Optional<String> brokenForeignKey(Throwable failure) {
    return failure instanceof PgException e && "23503".equals(sqlState(e))
        ? Optional.ofNullable(e.getConstraint())
        : Optional.empty();
  }

  private static String sqlState(PgException e) {
    String state = e.getSqlState();
    return state == null ? "" : state;
  }

  private static boolean isLostConnection(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof io.vertx.core.VertxException;
  }

  private static DomainException unavailable() {
    return new DomainException(new SharedError.TemporarilyUnavailable());
  }
}
