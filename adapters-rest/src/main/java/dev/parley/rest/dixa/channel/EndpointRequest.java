package dev.parley.rest.dixa.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.shared.Patch;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all types, for making and for changing; those that a type does not have are
 * ignored.
 */
@Schema(
    name = "ContactEndpointInput",
    examples =
        """
        {"_type": "EmailEndpoint", "name": "Support", "address": "support@example.com",
         "imap": {"host": "imap.example.com", "port": 993, "security": "Tls", "username": "support",
                  "password": "…"}}""")
record EndpointRequest(
    @JsonProperty("_type")
        @Schema(
            enumeration = {
              "EmailEndpoint",
              "ChatEndpoint",
              "MessengerEndpoint",
              "TelephonyEndpoint",
              "ApiEndpoint"
            })
        @Nullable String type,
    @Schema(implementation = String.class) Patch<String> name,
    @Schema(implementation = UUID.class) Patch<UUID> queueId,
    @Schema(implementation = String.class) Patch<String> address,
    @Schema(implementation = String.class) Patch<String> senderOverride,
    @Schema(implementation = String.class) Patch<String> replyAddress,
    @Schema(implementation = ServerRequest.class) Patch<ServerRequest> imap,
    @Schema(implementation = ServerRequest.class) Patch<ServerRequest> smtp,
    @Schema(implementation = String[].class) Patch<List<@Nullable String>> allowedOrigins,
    @Schema(implementation = String.class) Patch<String> identitySecret,
    @Schema(implementation = String.class) Patch<String> pageId,
    @Schema(implementation = String.class) Patch<String> pageAccessToken,
    @Schema(implementation = String.class) Patch<String> appSecret,
    @Schema(implementation = String.class) Patch<String> verifyToken,
    @Schema(implementation = String.class) Patch<String> apiBaseUrl,
    @Schema(implementation = String.class) Patch<String> number,
    @Schema(implementation = String[].class) Patch<List<@Nullable String>> functionality,
    @Schema(implementation = String.class) Patch<String> webhookUrl,
    @Schema(implementation = String.class) Patch<String> secret) {

  @Override
  public String toString() {
    return "EndpointRequest[" + type + "]";
  }

  /** A mail server. */
  record ServerRequest(
      @Schema(implementation = String.class) Patch<String> host,
      @Schema(implementation = Integer.class) Patch<Integer> port,
      @Schema(
              implementation = String.class,
              enumeration = {"None", "StartTls", "Tls"})
          Patch<String> security,
      @Schema(implementation = String.class) Patch<String> username,
      @Schema(implementation = String.class) Patch<String> password,
      @Schema(implementation = String.class) Patch<String> folder,
      @Schema(implementation = String.class) Patch<String> importFrom) {
    @Override
    public String toString() {
      return "ServerRequest";
    }
  }
}
