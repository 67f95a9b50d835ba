package dev.parley.channels.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns header bytes into text a person or another header may carry. */
final class HeaderText {
  private HeaderText() {}

  /** Decodes encoded words and raw 8-bit bytes, then makes one clean line of it. */
  static String decodeLine(String latin1) {
    return singleLine(EncodedWords.decode(latin1));
  }

  /** Bytes above 127 in a header are UTF-8 (RFC 6532), or else what Windows wrote. */
  static String decodeRaw(String latin1) {
    if (isAscii(latin1)) {
      return latin1;
    }
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, MailCharsets.WINDOWS_1252);
    }
  }

  private static boolean isAscii(String latin1) {
    for (int i = 0; i < latin1.length(); i++) {
      if (latin1.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * Replaces control characters, line and paragraph separators by one space and drops lone
   * surrogates and the characters that reorder what follows (U+202A–202E, U+2066–2069).
   */
  static String singleLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isSurrogate(c) && !isReordering(c))
        .map(c -> isBreak(c) ? ' ' : c)
        .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /** What a text column can store: no U+0000, no half of a surrogate pair, lines ending in LF. */
  static String storable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(c -> c != 0 && !isSurrogate(c)).forEach(clean::appendCodePoint);
    return clean.toString().replace("\r\n", "\n").replace('\r', '\n');
  }

  static boolean isReordering(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  static boolean isBreak(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
