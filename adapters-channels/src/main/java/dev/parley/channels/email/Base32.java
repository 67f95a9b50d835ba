package dev.parley.channels.email;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** RFC 4648 §6 in lower case and without padding: survives mail systems that fold case. */
final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /** Empty when a character is foreign. Bits that do not fill a byte are dropped. */
  static Optional<byte[]> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(Character.toLowerCase(text.charAt(i)));
      if (digit < 0) {
        return Optional.empty();
      }
      buffer = ((buffer << 5) | digit) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
    }
    return Optional.of(bytes.toByteArray());
  }
}
