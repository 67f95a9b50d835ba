package dev.parley.persistence.channel;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Seal;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The secrets of contact endpoints as they are stored: encrypted, each for its own row. */
public final class SecretBox {
  private final Seal seal;

  public SecretBox(Seal seal) {
    this.seal = seal;
  }

  byte @Nullable [] encrypt(
      OrganizationId organization, ContactEndpointId endpoint, Map<String, Secret> secrets) {
    if (secrets.isEmpty()) {
      return null;
    }
    JsonObject json = new JsonObject();
    secrets.forEach((name, secret) -> json.put(name, secret.value()));
    return seal.close(
        json.encode().getBytes(StandardCharsets.UTF_8), where(organization, endpoint));
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
    byte[] json = seal.open(stored, where(organization, endpoint));
    Map<String, Secret> secrets = new HashMap<>();
    new JsonObject(new String(json, StandardCharsets.UTF_8))
        .forEach(e -> secrets.put(e.getKey(), new Secret((String) e.getValue())));
    return secrets;
  }

  private static String where(OrganizationId organization, ContactEndpointId endpoint) {
    return "contact_endpoint.secrets/" + organization.number() + "/" + endpoint.value();
  }
}
