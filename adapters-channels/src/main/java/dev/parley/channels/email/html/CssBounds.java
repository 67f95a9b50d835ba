package dev.parley.channels.email.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes declarations out of a style attribute that would leave the mail's place on the screen, or
 * that are written so that this cannot be told. Which properties are allowed at all is decided
 * later.
 */
final class CssBounds {
  /** In whatever unit; wider layouts do not occur in mail that is meant to be read. */
  private static final int LARGEST = 2000;

  private static final Pattern SUSPICIOUS =
      Pattern.compile("[\\\\@<>]|/\\*|\\(\\s*[\"']?\\s*[a-z]{1,20}:");
  private static final Pattern NUMBER = Pattern.compile("(-?)(\\d{1,12})(?:\\.\\d{0,12})?");

  private CssBounds() {}

  static String within(String style) {
    List<String> kept = new ArrayList<>();
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0
          && !SUSPICIOUS.matcher(declaration).find()
          && isBounded(declaration.substring(colon + 1))) {
        kept.add(declaration.strip());
      }
    }
    return String.join("; ", kept);
  }

  private static boolean isBounded(String value) {
    if (value.indexOf('#') >= 0) {
      return true;
    }
    Matcher number = NUMBER.matcher(value);
    while (number.find()) {
      boolean negative = !number.group(1).isEmpty();
      if (negative || Long.parseLong(number.group(2)) > LARGEST) {
        return false;
      }
    }
    return true;
  }
}
