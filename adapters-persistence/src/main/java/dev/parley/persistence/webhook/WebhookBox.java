package dev.parley.persistence.webhook;

import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.Headers;
import dev.parley.domain.webhook.SigningKey;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.persistence.support.Seal;
import dev.parley.persistence.support.TextMap;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Encrypts what a subscription knows that the database must not show, bound to its row. */
public final class WebhookBox {
  private final Seal seal;

  public WebhookBox(Seal seal) {
    this.seal = seal;
  }

  /** What is sealed. */
  record Secrets(SigningKey key, Credentials credentials, Headers headers) {}

  byte[] close(OrganizationId organization, WebhookId webhook, Secrets secrets) {
    JsonObject json =
        new JsonObject()
            .put("key", secrets.key().present().value())
            .put("headers", TextMap.toJson(secrets.headers().values()));
    secrets
        .key()
        .former()
        .ifPresent(
            former ->
                json.put("formerKey", former.key().value())
                    .put("formerUntil", former.until().toString()));
    switch (secrets.credentials()) {
      case Credentials.None _ -> {}
      case Credentials.Basic(String username, Secret password) ->
          json.put("username", username).put("password", password.value());
      case Credentials.Bearer(Secret token) -> json.put("token", token.value());
    }
    return seal.close(json.encode().getBytes(StandardCharsets.UTF_8), where(organization, webhook));
  }

  Secrets open(OrganizationId organization, WebhookId webhook, byte[] sealed) {
    byte[] plain = seal.open(sealed, where(organization, webhook));
    JsonObject json = new JsonObject(new String(plain, StandardCharsets.UTF_8));
    return new Secrets(
        new SigningKey(new Secret(json.getString("key")), former(json)),
        credentials(json),
        new Headers(TextMap.fromJson(json.getJsonObject("headers"))));
  }

  private static Optional<SigningKey.Former> former(JsonObject json) {
    return json.containsKey("formerKey")
        ? Optional.of(
            new SigningKey.Former(
                new Secret(json.getString("formerKey")),
                Instant.parse(json.getString("formerUntil"))))
        : Optional.empty();
  }

  private static Credentials credentials(JsonObject json) {
    if (json.containsKey("token")) {
      return new Credentials.Bearer(new Secret(json.getString("token")));
    }
    return json.containsKey("username")
        ? new Credentials.Basic(json.getString("username"), new Secret(json.getString("password")))
        : new Credentials.None();
  }

  private static String where(OrganizationId organization, WebhookId webhook) {
    return "webhook.sealed/" + organization.number() + "/" + webhook.value();
  }
}
