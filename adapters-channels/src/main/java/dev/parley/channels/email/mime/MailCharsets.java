package dev.parley.channels.email.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Character set names as mail uses them. Labels of a subset mean the superset that senders really
 * write (WHATWG Encoding, "names and labels"). UTF-7 is never decoded: it hides markup.
 */
final class MailCharsets {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("ascii", "us-ascii"),
          Map.entry("ansi_x3.4-1968", "us-ascii"),
          Map.entry("iso646-us", "us-ascii"),
          Map.entry("utf-7", "us-ascii"),
          Map.entry("utf7", "us-ascii"),
          Map.entry("utf-7-imap", "us-ascii"),
          Map.entry("x-imap-modified-utf-7", "us-ascii"),
          Map.entry("unicode-1-1-utf-7", "us-ascii"),
          Map.entry("unicode-2-0-utf-7", "us-ascii"),
          Map.entry("csunicode11utf7", "us-ascii"),
          Map.entry("x-utf-7", "us-ascii"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("8859_1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("windows1252", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("big-5", "big5"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("x-unicode-2-0-utf-8", "utf-8"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("mac", "x-macroman"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("x-mac-cyrillic", "x-maccyrillic"));

  private MailCharsets() {}

  /** The set to decode with; empty for no name, an unknown one or one that can only encode. */
  static Optional<Charset> lookup(String name) {
    String label = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
    return forName(MEANT.getOrDefault(label, label)).or(() -> forName(respelled(label)));
  }

  /** {@code cp-850}, {@code win-1251}, {@code utf_8}: one name, spelled in many ways. */
  private static String respelled(String label) {
    return label
        .replaceFirst("^(?:x-)?(?:cp|ibm)[-_ ]?(\\d)", "ibm$1")
        .replaceFirst("^(?:x-)?(?:win|windows)[-_ ]?(12\\d\\d)$", "windows-$1")
        .replaceFirst("^ibm(12\\d\\d)$", "windows-$1")
        .replaceFirst("^utf_", "utf-")
        .replaceFirst("^iso[-_ ]?8859[-_ ]?(\\d+).*$", "iso-8859-$1");
  }

  private static Optional<Charset> forName(String label) {
    try {
      return Optional.of(Charset.forName(label)).filter(MailCharsets::isPlain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** Auto-detecting and compound sets guess on their own terms; ours are in {@link TextDecoder}. */
  private static boolean isPlain(Charset charset) {
    return charset.canEncode();
  }

  static boolean isAscii(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII);
  }
}
