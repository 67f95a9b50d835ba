package dev.parley.persistence.support;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Turns what the server refuses into what callers understand. */
public final class PgFailures {
  private PgFailures() {}

  static Throwable translate(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return switch (sqlState(failure)) {
      // serialization failure, deadlock, lock not available
      case "40001", "40P01", "55P03" -> new DomainException(new SharedError.ConcurrentChange());
      // shutting down, crashed, cannot connect now, too many connections, disk full
      case "57P01", "57P02", "57P03", "53300", "53100" -> unavailable();
      case "" -> isLostConnection(failure) ? unavailable() : failure;
      default -> failure;
    };
  }

  /** As {@link #translate}, for a failure that Hibernate may have wrapped. */
  static Throwable translateWrapped(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Throwable translated = translate(cause);
      if (translated instanceof DomainException
          || translated instanceof ConstraintViolationException) {
        return translated;
      }
    }
    return failure;
  }

  /** Tells failures that broke this unique or foreign key constraint. */
  public static Predicate<Throwable> breaks(String constraint) {
    return failure ->
        brokenUniqueConstraint(failure).filter(constraint::equals).isPresent()
            || brokenForeignKey(failure).filter(constraint::equals).isPresent();
  }

  /** The constraint that a unique violation broke. */
  public static Optional<String> brokenUniqueConstraint(Throwable failure) {
    return "23505".equals(sqlState(failure)) ? constraint(failure) : Optional.empty();
  }

  /** The constraint that a foreign key violation broke. */
  public static Optional<String> brokenForeignKey(Throwable failure) {
    return "23503".equals(sqlState(failure)) ? constraint(failure) : Optional.empty();
  }

  private static Optional<String> constraint(Throwable failure) {
    return switch (failure) {
      case PgException e -> Optional.ofNullable(e.getConstraint());
      case ConstraintViolationException e -> Optional.ofNullable(e.getConstraintName());
      default -> Optional.empty();
    };
  }

  private static String sqlState(Throwable failure) {
    @Nullable String state =
        switch (failure) {
          case PgException e -> e.getSqlState();
          case JDBCException e -> e.getSQLState();
          default -> null;
        };
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
