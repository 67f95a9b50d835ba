package dev.parley.rest.dixa.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.webhook.Credentials;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What posts shall be identified with; never shown again. */
@Schema(
    name = "WebhookAuthorization",
    examples = "{\"value\": \"a-token-of-the-receiver\", \"_type\": \"TokenAuth\"}")
record AuthorizationRequest(
    @JsonProperty("_type") @Schema(enumeration = {"BasicAuth", "TokenAuth", "NoAuth"}) String type,
    @Nullable String username,
    @Nullable String password,
    @Nullable String value) {
  AuthorizationRequest {
    type = Required.text("authorization._type", type);
  }

  Credentials toCredentials() {
    return switch (type) {
      case "NoAuth" -> new Credentials.None();
      case "BasicAuth" ->
          new Credentials.Basic(
              Required.text("authorization.username", username),
              new Secret(Required.text("authorization.password", password)));
      case "TokenAuth" ->
          new Credentials.Bearer(new Secret(Required.text("authorization.value", value)));
      default ->
          throw RequestRefused.badBody(
              "authorization._type", "must be NoAuth, BasicAuth or TokenAuth");
    };
  }

  @Override
  public String toString() {
    return "AuthorizationRequest[" + type + "]";
  }
}
