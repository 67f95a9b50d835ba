package dev.parley.persistence.channel;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the secrets of contact endpoints with AES-256-GCM. What was encrypted for one column of
 * one endpoint of one organization opens nowhere else.
 */
public final class SecretBox {
  public static final int KEY_BYTES = 32;

  /** Leads every ciphertext, so that a later way to encrypt can be told apart. */
  private static final byte FORMAT = 1;

  private final Aead aead;

  /**
   * @param key {@value #KEY_BYTES} random bytes, the same on every instance
   */
  public SecretBox(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the secret key must have " + KEY_BYTES + " bytes");
    }
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte @Nullable [] encrypt(
      OrganizationId organization, ContactEndpointId endpoint, Map<String, Secret> secrets) {
    if (secrets.isEmpty()) {
      return null;
    }
    JsonObject json = new JsonObject();
    secrets.forEach((name, secret) -> json.put(name, secret.value()));
    try {
      byte[] encrypted =
          aead.encrypt(
              json.encode().getBytes(StandardCharsets.UTF_8), where(organization, endpoint));
      byte[] stored = new byte[encrypted.length + 1];
      stored[0] = FORMAT;
      System.arraycopy(encrypted, 0, stored, 1, encrypted.length);
      return stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when it was encrypted with another key, for another place, or
   *     changed since
   */
  Map<String, Secret> decrypt(
      OrganizationId organization, ContactEndpointId endpoint, byte @Nullable [] stored) {
    if (stored == null) {
      return Map.of();
    }
    if (stored.length == 0 || stored[0] != FORMAT) {
      throw new IllegalStateException("secrets in an unknown format");
    }
    try {
      byte[] encrypted = new byte[stored.length - 1];
      System.arraycopy(stored, 1, encrypted, 0, encrypted.length);
      String json =
          new String(
              aead.decrypt(encrypted, where(organization, endpoint)), StandardCharsets.UTF_8);
      Map<String, Secret> secrets = new HashMap<>();
      new JsonObject(json).forEach(e -> secrets.put(e.getKey(), new Secret((String) e.getValue())));
      return secrets;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secrets of endpoint " + endpoint.value() + " do not open with this key", e);
    }
  }

  private static byte[] where(OrganizationId organization, ContactEndpointId endpoint) {
    return ("contact_endpoint.secrets/" + organization.number() + "/" + endpoint.value())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
