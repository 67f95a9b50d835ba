package dev.parley.bootstrap;

/** Why the process cannot do its work here, in one line that says what to do. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }
}
