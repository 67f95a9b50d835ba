package dev.parley.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists (RFC 5322 §3.4 and its obsolete forms): groups, routes, comments, names with
 * unquoted commas inside encoded words, semicolons as separators, addresses without brackets. What
 * is no address is left out.
 */
final class AddressParser {
  private final String source;
  private final List<MailAddress> found = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private @Nullable String angle;
  private int at;

  private AddressParser(String source) {
    this.source = source;
  }

  /**
   * @param latin1 one char per byte
   */
  static List<MailAddress> parse(String latin1) {
    return new AddressParser(latin1).parse();
  }

  static List<MailAddress> parseAll(List<String> bodies) {
    return bodies.stream().flatMap(body -> parse(body).stream()).toList();
  }

  private List<MailAddress> parse() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '"' -> quoted();
        case '(' -> comment();
        case '<' -> angle();
        case ',', ';' -> emit();
        case ':' -> group();
        default -> word();
      }
    }
    emit();
    return List.copyOf(found);
  }

  private void quoted() {
    int start = at++;
    StringBuilder inner = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' && at + 1 < source.length() ? 1 : 0;
      inner.append(source.charAt(at++));
    }
    at++;
    boolean localPart = at < source.length() && source.charAt(at) == '@';
    phrase.append(localPart ? source.substring(start, at) : inner);
  }

  private void comment() {
    int depth = 0;
    do {
      char c = source.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '\\' && at + 1 < source.length()) {
        at++;
      }
      comment.append(depth == 0 || (depth == 1 && c == '(') ? ' ' : source.charAt(at));
      at++;
    } while (depth > 0 && at < source.length());
  }

  /** A second pair of brackets is ignored: the first one is where the name ends. */
  private void angle() {
    int start = ++at;
    boolean quoted = false;
    while (at < source.length() && (quoted || source.charAt(at) != '>')) {
      quoted ^= source.charAt(at) == '"';
      at++;
    }
    if (angle == null) {
      angle = source.substring(start, at);
    }
    at++;
  }

  /** A colon ends a group's name, except inside an address, where it can only be a mistake. */
  private void group() {
    at++;
    if (angle == null && phrase.indexOf("@") < 0) {
      phrase.setLength(0);
      comment.setLength(0);
    }
  }

  private void word() {
    int end = source.charAt(at) == '=' ? EncodedWords.endOfWord(source, at) : -1;
    int stop = end > 0 ? end : at + 1;
    phrase.append(source, at, stop);
    at = stop;
  }

  private void emit() {
    at++;
    String written = angle != null ? withoutRoute(angle) : bareAddress();
    String address = clean(HeaderText.decodeRaw(written));
    int sign = address.lastIndexOf('@');
    if (sign > 0 && sign < address.length() - 1) {
      found.add(new MailAddress(name(), address));
    }
    phrase.setLength(0);
    comment.setLength(0);
    angle = null;
  }

  /** Blanks belong to an address only inside quotes; line breaks and their like never do. */
  private static String clean(String written) {
    StringBuilder address = new StringBuilder();
    boolean quoted = false;
    for (int c : written.codePoints().toArray()) {
      quoted ^= c == '"';
      boolean blank = !quoted && Character.isWhitespace(c);
      if (!blank && !HeaderText.isBreak(c) && !HeaderText.isReordering(c)) {
        address.appendCodePoint(c);
      }
    }
    return address.toString();
  }

  private @Nullable String name() {
    String written = phrase.toString().isBlank() ? comment.toString() : phrase.toString();
    String name = HeaderText.decodeLine(written);
    boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    name = quoted ? name.substring(1, name.length() - 1).strip() : name;
    return name.isEmpty() ? null : name;
  }

  private static String withoutRoute(String angle) {
    int colon = angle.startsWith("@") ? angle.indexOf(':') : -1;
    return angle.substring(colon + 1);
  }

  /** Takes the word with the at sign out of the phrase; what is left is the name. */
  private String bareAddress() {
    String text = phrase.toString().replaceAll("\\s*([@.])\\s*", "$1");
    int sign = text.indexOf('@');
    if (sign < 0) {
      return "";
    }
    boolean quoted = sign > 1 && text.charAt(sign - 1) == '"';
    int start = quoted ? Math.max(0, text.lastIndexOf('"', sign - 2)) : sign;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    int end = sign;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    phrase.setLength(0);
    phrase.append(text, 0, start).append(' ').append(text, end, text.length());
    return text.substring(start, end);
  }
}
