package dev.parley.channels.email.smtp;

import dev.parley.channels.email.HeaderText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SMTP server said.
 *
 * @param code of three digits; 0 when it said nothing because the connection was lost
 * @param text on one line, with the code
 */
record Reply(int code, String text) {
  private static final int TEXT_MAX = 500;
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

  static final Reply LOST = new Reply(0, "connection lost");

  static Reply of(int code, String said) {
    if (code < 100 || code > 599) {
      return LOST;
    }
    String line = HeaderText.clean(said);
    return new Reply(code, line.substring(0, Math.min(TEXT_MAX, line.length())));
  }

  boolean isPositive() {
    return code >= 200 && code < 400;
  }

  boolean isLost() {
    return code == 0;
  }

  /** RFC 3463, such as {@code 5.1.1}; empty when the server gives none. */
  String enhanced() {
    Matcher matcher = ENHANCED.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  boolean says(String enhancedPrefix) {
    return enhanced().equals(enhancedPrefix) || enhanced().startsWith(enhancedPrefix + ".");
  }
}
