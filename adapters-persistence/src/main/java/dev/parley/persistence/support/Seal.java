package dev.parley.persistence.support;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what the database must not show, with AES-256-GCM. What was sealed for one place opens
 * nowhere else.
 */
public final class Seal {
  public static final int KEY_BYTES = 32;

  /** Leads every ciphertext, so that a later way to encrypt can be told apart. */
  private static final byte FORMAT = 1;

  private final Aead aead;

  /**
   * @param key {@value #KEY_BYTES} random bytes, the same on every instance
   */
  public Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key must have " + KEY_BYTES + " bytes");
    }
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param place column, organization and row
   */
  public byte[] close(byte[] plain, String place) {
    try {
      byte[] encrypted = aead.encrypt(plain, bytes(place));
      byte[] sealed = new byte[encrypted.length + 1];
      sealed[0] = FORMAT;
      System.arraycopy(encrypted, 0, sealed, 1, encrypted.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when it was sealed with another key, for another place, or
   *     changed since
   */
  public byte[] open(byte[] sealed, String place) {
    if (sealed.length == 0 || sealed[0] != FORMAT) {
      throw new IllegalStateException(place + " is sealed in an unknown way");
    }
    try {
      byte[] encrypted = new byte[sealed.length - 1];
      System.arraycopy(sealed, 1, encrypted, 0, encrypted.length);
      return aead.decrypt(encrypted, bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(place + " does not open with this key", e);
    }
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.US_ASCII);
  }
}
