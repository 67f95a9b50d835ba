package dev.parley.persistence.setup;

/** Why the database cannot be used, in one line that says what to do. */
public final class DatabaseSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseSetupException(String message) {
    super(message);
  }

  DatabaseSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
