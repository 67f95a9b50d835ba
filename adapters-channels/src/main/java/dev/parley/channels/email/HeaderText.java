package dev.parley.channels.email;

/**
 * Text that may stand in a header of a mail we write. A line break would end the header and begin
 * another (RFC 5322 §2.2), so none gets as far as the mail library.
 */
public final class HeaderText {
  private HeaderText() {}

  /** One line: control characters and line separators become one space, halves of pairs go. */
  public static String clean(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isSurrogate(c) && !isReordering(c))
        .map(c -> isBreak(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  private static boolean isBreak(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static boolean isReordering(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
