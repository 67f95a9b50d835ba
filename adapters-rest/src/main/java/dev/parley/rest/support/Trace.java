package dev.parley.rest.support;

/**
 * A stack trace without messages: a database's or parser's message may quote what a person wrote,
 * and no log may hold that.
 */
final class Trace {
  private static final int CAUSES = 5;
  private static final int FRAMES = 25;

  private Trace() {}

  static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; i < CAUSES && cause != null; i++) {
      text.append(i == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int f = 0; f < Math.min(FRAMES, frames.length); f++) {
        text.append("\n\tat ").append(frames[f]);
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
