package dev.parley.rest.support;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 §2.1 has it. */
final class Urls {
  private Urls() {}

  /** Whether it is a URI whose every escape is whole and which decodes to UTF-8 without NUL. */
  static boolean isSound(String uri) {
    try {
      new URI(uri);
    } catch (URISyntaxException e) {
      return false;
    }
    if (uri.indexOf('%') < 0) {
      return true;
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c != '%') {
        decoded.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      int octet = i + 2 < uri.length() ? octet(uri.charAt(i + 1), uri.charAt(i + 2)) : -1;
      if (octet <= 0) {
        return false;
      }
      decoded.write(octet);
      i += 2;
    }
    return isUtf8(decoded.toByteArray());
  }

  private static int octet(char high, char low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
