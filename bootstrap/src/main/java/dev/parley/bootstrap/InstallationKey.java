package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.ParleyConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which channel secrets are stored: {@code PARLEY_SECRET_KEY}, else the file {@code
 * secret.key} in the data directory, made at the first start. Whoever loses it loses those secrets;
 * instances that share a database must share it.
 */
@Singleton
public class InstallationKey {
  private static final int BYTES = 32;

  private final SecretKey key;

  @Inject
  InstallationKey(ParleyConfig config) {
    this.key = config.secretKey().orElseGet(() -> fromFile(config));
  }

  /** 256 bits. */
  public SecretKey key() {
    return key;
  }

  private static SecretKey fromFile(ParleyConfig config) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    String text =
        OwnerOnlyFile.writeOnce(
            config.dataDir().resolve("secret.key"),
            Base64.getEncoder().encodeToString(fresh) + "\n");
    return new SecretKeySpec(Base64.getDecoder().decode(text.strip()), "AES");
  }
}
