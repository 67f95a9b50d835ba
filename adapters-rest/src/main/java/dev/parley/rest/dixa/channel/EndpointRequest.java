package dev.parley.rest.dixa.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.shared.Patch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all types, for making and for changing; those that a type does not have are
 * ignored.
 */
record EndpointRequest(
    @JsonProperty("_type") @Nullable String type,
    Patch<String> name,
    Patch<UUID> queueId,
    Patch<String> address,
    Patch<String> senderOverride,
    Patch<String> replyAddress,
    Patch<ServerRequest> imap,
    Patch<ServerRequest> smtp,
    Patch<List<@Nullable String>> allowedOrigins,
    Patch<String> identitySecret,
    Patch<String> pageId,
    Patch<String> pageAccessToken,
    Patch<String> appSecret,
    Patch<String> verifyToken,
    Patch<String> apiBaseUrl,
    Patch<String> number,
    Patch<List<@Nullable String>> functionality,
    Patch<String> webhookUrl,
    Patch<String> secret) {

  @Override
  public String toString() {
    return "EndpointRequest[" + type + "]";
  }

  /** A mail server. */
  record ServerRequest(
      Patch<String> host,
      Patch<Integer> port,
      Patch<String> security,
      Patch<String> username,
      Patch<String> password,
      Patch<String> folder,
      Patch<String> importFrom) {
    @Override
    public String toString() {
      return "ServerRequest";
    }
  }
}
