package dev.parley.application.search;

import dev.parley.domain.conversation.Content;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a reader sees of a content, in one line. */
public final class PlainText {
  /** Only so much of a content is searched and quoted; few mails come near. */
  public static final int READ_MAX = 1 << 17;

  /** Tags that may stand inside a word; at all others a word ends. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins",
          "kbd", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
          "var", "wbr");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b]+");
  private static final int ENTITY_MAX = 10;

  private final String html;
  private final StringBuilder text;
  private int at;

  private PlainText(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  public static String of(Content content) {
    return of(content.format(), content.value());
  }

  /**
   * @param value may be cut to {@link #READ_MAX}
   */
  public static String of(Content.Format format, String value) {
    String read = value.length() > READ_MAX ? value.substring(0, READ_MAX) : value;
    return oneLine(
        switch (format) {
          case TEXT, MARKDOWN -> read;
          case HTML -> new PlainText(read).withoutMarkup();
        });
  }

  public static String oneLine(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private String withoutMarkup() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        skipTag();
      } else if (c == '&') {
        readEntity();
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  /** A {@code <} that begins no tag stands for itself. */
  private void skipTag() {
    if (html.startsWith("<!--", at)) {
      moveBehind(html.indexOf("-->", at + 4), 3);
      return;
    }
    int name = html.startsWith("</", at) ? at + 2 : at + 1;
    int end = name;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    boolean tag = end > name || html.startsWith("<!", at);
    if (!tag) {
      text.append('<');
      at++;
      return;
    }
    if (!INLINE.contains(html.substring(name, end).toLowerCase(Locale.ROOT))) {
      text.append(' ');
    }
    moveBehind(html.indexOf('>', end), 1);
  }

  private void moveBehind(int found, int length) {
    at = found < 0 ? html.length() : found + length;
  }

  private void readEntity() {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > ENTITY_MAX) {
      text.append('&');
      at++;
      return;
    }
    int character = character(html.substring(at + 1, end));
    if (Character.isValidCodePoint(character) && character != 0) {
      text.appendCodePoint(character);
      at = end + 1;
    } else {
      text.append('&');
      at++;
    }
  }

  /** What cleaned HTML encodes; negative when it is something else. */
  private static int character(String entity) {
    return switch (entity) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> ' ';
      case String number when number.matches("#[xX][0-9a-fA-F]{1,6}") ->
          Integer.parseInt(number.substring(2), 16);
      case String number when number.matches("#[0-9]{1,7}") ->
          Integer.parseInt(number.substring(1));
      default -> -1;
    };
  }
}
