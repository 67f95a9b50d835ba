package dev.parley.channels.email.mime;

import java.util.Locale;

/**
 * Undoes content transfer encodings (RFC 2045 §6), taking what can be taken from broken ones.
 * Nothing grows: the result is never longer than the input.
 */
final class TransferDecoder {
  private static final int INVALID = -1;

  private TransferDecoder() {}

  /**
   * @param clean false when bytes had to be skipped or kept undecoded
   */
  record Decoded(Content content, boolean clean) {}

  static Decoded decode(Content encoded, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(encoded);
      case "quoted-printable" -> quotedPrintable(encoded, true);
      case "x-uuencode", "uuencode", "x-uue", "uue" -> Uuencode.decode(encoded);
      case "", "7bit", "8bit", "binary" -> new Decoded(encoded, true);
      default -> new Decoded(encoded, false);
    };
  }

  /** Skips foreign bytes, restarts after padding, needs no padding at the end. */
  static Decoded base64(Content encoded) {
    byte[] out = new byte[encoded.size() / 4 * 3 + 3];
    int size = 0;
    int bits = 0;
    int count = 0;
    boolean clean = true;
    for (int i = 0; i < encoded.size(); i++) {
      int c = encoded.at(i);
      int value = base64Value(c);
      if (value >= 0) {
        bits = (bits << 6) | value;
        count++;
        if (count == 4) {
          out[size++] = (byte) (bits >> 16);
          out[size++] = (byte) (bits >> 8);
          out[size++] = (byte) bits;
          count = 0;
          bits = 0;
        }
      } else if (c == '=') {
        size = flushBase64(out, size, bits, count);
        count = 0;
        bits = 0;
      } else {
        clean &= c <= ' ';
      }
    }
    clean &= count == 0;
    size = flushBase64(out, size, bits, count);
    return new Decoded(Content.of(out, size), clean);
  }

  private static int flushBase64(byte[] out, int size, int bits, int count) {
    int end = size;
    if (count >= 2) {
      out[end++] = (byte) (bits >> (count == 2 ? 4 : 10));
    }
    if (count == 3) {
      out[end++] = (byte) (bits >> 2);
    }
    return end;
  }

  private static int base64Value(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+' -> 62;
      case '/' -> 63;
      default -> INVALID;
    };
  }

  /**
   * @param lines whether soft line breaks and blanks before a line's end are to be removed, as in
   *     bodies; encoded words have neither
   */
  static Decoded quotedPrintable(Content encoded, boolean lines) {
    byte[] out = new byte[encoded.size()];
    int size = 0;
    int solid = 0;
    boolean clean = true;
    for (int i = 0; i < encoded.size(); i++) {
      int c = encoded.at(i);
      if (c == '=') {
        int soft = lines ? softBreakEnd(encoded, i) : INVALID;
        int octet = octet(encoded, i);
        if (soft >= 0) {
          i = soft - 1;
        } else if (octet >= 0) {
          out[size++] = (byte) octet;
          i += 2;
        } else {
          out[size++] = '=';
          clean = false;
        }
        solid = size;
      } else {
        boolean lineEnd = lines && (c == '\n' || c == '\r');
        size = lineEnd ? solid : size;
        out[size++] = (byte) c;
        solid = c == ' ' || c == '\t' ? solid : size;
      }
    }
    return new Decoded(Content.of(out, lines ? solid : size), clean);
  }

  /** Index after the line end of a soft break that starts at {@code equals}, or -1. */
  private static int softBreakEnd(Content encoded, int equals) {
    int i = equals + 1;
    while (i < encoded.size() && (encoded.at(i) == ' ' || encoded.at(i) == '\t')) {
      i++;
    }
    if (i == encoded.size()) {
      return i;
    }
    if (encoded.at(i) == '\r') {
      boolean pair = i + 1 < encoded.size() && encoded.at(i + 1) == '\n';
      return pair ? i + 2 : i + 1;
    }
    return encoded.at(i) == '\n' ? i + 1 : INVALID;
  }

  private static int octet(Content encoded, int equals) {
    if (equals + 2 >= encoded.size()) {
      return INVALID;
    }
    int high = Character.digit(encoded.at(equals + 1), 16);
    int low = Character.digit(encoded.at(equals + 2), 16);
    return high < 0 || low < 0 ? INVALID : (high << 4) | low;
  }
}
