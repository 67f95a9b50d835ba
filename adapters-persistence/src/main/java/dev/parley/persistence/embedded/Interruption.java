package dev.parley.persistence.embedded;

/** Being interrupted while waiting for the server. */
final class Interruption {
  private Interruption() {}

  static EmbeddedPostgresException of(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL", cause);
  }
}
