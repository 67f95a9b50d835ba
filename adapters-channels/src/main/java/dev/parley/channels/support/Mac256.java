package dev.parley.channels.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key; may be used by many threads. */
public final class Mac256 {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public Mac256(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Of the parts one after the other; the caller sees to it that they cannot be split otherwise.
   */
  public byte[] of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** The first bytes of {@link #of}. */
  public byte[] truncated(int length, byte[]... parts) {
    return Arrays.copyOf(of(parts), length);
  }

  /** Takes the same time wherever the two differ. */
  public static boolean same(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
