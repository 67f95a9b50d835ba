package dev.parley.application.shared;

/** A store in memory that can be brought back to an earlier state. */
public interface Recoverable {
  /** Remembers the present state; the answer brings it back. */
  Runnable mark();
}
