package dev.parley.rest.files;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * How a file is served.
 *
 * @param disposition value of {@code Content-Disposition} (RFC 6266)
 */
record Presentation(String mediaType, String disposition) {
  /** Images that cannot run anything; SVG can. */
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  /** Types that keep their name though they are saved, not shown. */
  private static final Set<String> SAVED = Set.of("application/pdf", "message/rfc822");

  private static final String UNRESERVED = "!#$&+-.^_`|~";

  static Presentation of(String mediaType, String fileName) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    boolean shown = SHOWN.contains(type);
    return new Presentation(
        shown || SAVED.contains(type) ? type : "application/octet-stream",
        (shown ? "inline" : "attachment") + names(fileName));
  }

  /** A plain name for old clients, and the real one (RFC 8187). */
  private static String names(String fileName) {
    return "; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
  }

  private static String ascii(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints()
        .forEach(c -> text.append(c >= ' ' && c < 0x7f && c != '"' && c != '\\' ? (char) c : '_'));
    return text.toString();
  }

  private static String encoded(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return text.toString();
  }
}
