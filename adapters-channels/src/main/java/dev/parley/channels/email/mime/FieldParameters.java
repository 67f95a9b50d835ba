package dev.parley.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A structured field body: a value and its parameters (RFC 2045 §5.1), with continuations and
 * character sets (RFC 2231) and the encoded words that many senders put in quotes instead.
 */
final class FieldParameters {
  private static final Pattern EXTENDED = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

  private final String value;
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Map<String, SortedMap<Integer, Piece>> extended = new LinkedHashMap<>();

  private record Piece(String text, boolean encoded) {}

  private FieldParameters(String value) {
    this.value = value;
  }

  /**
   * @param latin1 one char per byte
   */
  static FieldParameters parse(String latin1) {
    int at = segmentEnd(latin1, 0);
    FieldParameters parsed = new FieldParameters(withoutComments(latin1.substring(0, at)).strip());
    while (at < latin1.length()) {
      int end = segmentEnd(latin1, at + 1);
      parsed.add(latin1.substring(at + 1, end));
      at = end;
    }
    return parsed;
  }

  /** What stands before the first semicolon. */
  String value() {
    return value;
  }

  /** As written, one char per byte; empty when absent. */
  String raw(String name) {
    return plain.getOrDefault(name, "");
  }

  /** Decoded; empty when absent. The extended form is the better one when both are given. */
  String text(String name) {
    SortedMap<Integer, Piece> pieces = extended.get(name);
    return pieces != null ? joined(pieces) : EncodedWords.decode(raw(name));
  }

  private static int segmentEnd(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static String withoutComments(String text) {
    int open = text.indexOf('(');
    return open < 0 ? text : text.substring(0, open);
  }

  private void add(String segment) {
    int equals = segment.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String name = segment.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String text = unquoted(segment.substring(equals + 1).strip());
    Matcher shape = EXTENDED.matcher(name);
    if (name.indexOf('*') < 0) {
      plain.putIfAbsent(name, text);
    } else if (shape.matches()) {
      int index = shape.group(2) == null ? 0 : Integer.parseInt(shape.group(2));
      extended
          .computeIfAbsent(shape.group(1), key -> new TreeMap<>())
          .putIfAbsent(index, new Piece(text, shape.group(3) != null));
    }
  }

  /** Only quote and backslash are unescaped: senders write Windows paths with single ones. */
  private static String unquoted(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    StringBuilder inner = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\' && i + 1 < text.length();
      char next = escape ? text.charAt(i + 1) : c;
      if (escape && (next == '"' || next == '\\')) {
        inner.append(next);
        i++;
      } else if (c == '"') {
        return inner.toString();
      } else {
        inner.append(c);
      }
    }
    return inner.toString();
  }

  private static String joined(SortedMap<Integer, Piece> pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Charset charset = StandardCharsets.UTF_8;
    boolean encoded = false;
    boolean first = true;
    for (Piece piece : pieces.values()) {
      String text = piece.text();
      int quote = text.indexOf('\'');
      int secondQuote = text.indexOf('\'', quote + 1);
      if (first && piece.encoded() && secondQuote > quote && quote >= 0) {
        charset = MailCharsets.lookup(text.substring(0, quote)).orElse(charset);
        text = text.substring(secondQuote + 1);
      }
      bytes.writeBytes(
          piece.encoded() ? percentDecoded(text, StandardCharsets.ISO_8859_1) : latin1(text));
      encoded |= piece.encoded();
      first = false;
    }
    return encoded
        ? bytes.toString(charset)
        : EncodedWords.decode(bytes.toString(StandardCharsets.ISO_8859_1));
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Replaces every {@code %XX} by its byte; everything else becomes bytes of the given set. */
  static byte[] percentDecoded(String text, Charset others) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int from = 0;
    int percent = text.indexOf('%');
    while (percent >= 0 && percent + 2 < text.length()) {
      int high = Character.digit(text.charAt(percent + 1), 16);
      int low = Character.digit(text.charAt(percent + 2), 16);
      if (high >= 0 && low >= 0) {
        bytes.writeBytes(text.substring(from, percent).getBytes(others));
        bytes.write((high << 4) | low);
        from = percent + 3;
      }
      percent = text.indexOf('%', Math.max(from, percent + 1));
    }
    bytes.writeBytes(text.substring(from).getBytes(others));
    return bytes.toByteArray();
  }
}
