package dev.parley.channels.support;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The secret of this installation, from which connectors derive one key per purpose. Every instance
 * of an installation must be given the same one: signed addresses and links are only worth
 * something as long as it stays.
 */
public final class DerivedKeys {
  /** In bytes. */
  public static final int LEAST = 32;

  private static final int DERIVED_BYTES = 32;

  private final byte[] secret;

  /**
   * @param secret at least {@value #LEAST} random bytes
   */
  public DerivedKeys(byte[] secret) {
    if (secret.length < LEAST) {
      throw new IllegalArgumentException("the key needs at least " + LEAST + " bytes");
    }
    this.secret = secret.clone();
  }

  /**
   * HKDF-SHA-256 (RFC 5869).
   *
   * @param purpose differs for every use, so that no two share a key
   * @return 32 bytes
   */
  public byte[] derive(String purpose) {
    AlgorithmParameterSpec spec =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(Mac256.utf8("parley " + purpose), DERIVED_BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 25 on has HKDF-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "DerivedKeys[***]";
  }
}
