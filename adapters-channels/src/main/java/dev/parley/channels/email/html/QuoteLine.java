package dev.parley.channels.email.html;

/**
 * One line of a body as a reader sees it, and whose it is by its marks.
 *
 * @param text on one line, stripped
 */
record QuoteLine(String text, Kind kind) {
  enum Kind {
    /** Nothing says that the sender did not write it. */
    WRITTEN,
    /** Inside a quotation. */
    QUOTED,
    /** Inside a signature. */
    SIGNATURE,
    /** History begins here and goes on to the end. */
    HISTORY
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** The line that starts a signature (RFC 3676 §4.3), with its blank or without. */
  boolean isSignatureMark() {
    return kind == Kind.WRITTEN && text.equals("--");
  }
}
