package dev.parley.rest.dixa.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.queue.QueueId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of any type; the fields of others are absent.
 *
 * @param id the address of a mailbox, the number of a telephone, else the UUID
 * @param endpointId the UUID of every type, as it stands in webhook paths
 * @param number the inbox id in the Libredesk and Chatwoot dialects; of a telephone its own number,
 *     as Dixa has it
 * @param inboxNumber the inbox id of every type
 * @param identitySecret only in the answer to the request that made the endpoint; so is {@code
 *     secret}
 */
@Schema(
    name = "ContactEndpoint",
    examples =
        """
        {"id": "support@example.com", "_type": "EmailEndpoint", "name": "Support",
         "address": "support@example.com", "number": 1, "inboxNumber": 1,
         "endpointId": "7c0f6f0e-3f57-4f07-a8a4-6fb1c8a7e8d2"}""")
record EndpointPayload(
    String id,
    @JsonProperty("_type")
        @Schema(
            enumeration = {
              "EmailEndpoint",
              "ChatEndpoint",
              "MessengerEndpoint",
              "TelephonyEndpoint",
              "ApiEndpoint"
            })
        String type,
    @Nullable String name,
    @Nullable UUID queueId,
    Object number,
    long inboxNumber,
    UUID endpointId,
    @Nullable String address,
    @Nullable String senderOverride,
    @Nullable String replyAddress,
    @Nullable ServerPayload imap,
    @Nullable ServerPayload smtp,
    @Nullable List<String> allowedOrigins,
    @Nullable String pageId,
    @Nullable String apiBaseUrl,
    @Nullable List<String> functionality,
    @Nullable String webhookUrl,
    @Nullable String identitySecret,
    @Nullable String secret) {

  static EndpointPayload from(ContactEndpoint endpoint, EndpointType type) {
    return from(endpoint, type, Map.of());
  }

  /**
   * @param generated secrets to show this once
   */
  static EndpointPayload from(
      ContactEndpoint endpoint, EndpointType type, Map<String, Secret> generated) {
    Map<String, String> settings = endpoint.settings();
    String uuid = endpoint.id().value().toString();
    String address = endpoint.address();
    boolean mail = type == EndpointType.EMAIL;
    boolean telephone = type == EndpointType.TELEPHONY;
    QueueId queue = endpoint.queue();
    return new EndpointPayload(
        (mail || telephone) && address != null ? address : uuid,
        type.word(),
        endpoint.name(),
        queue == null ? null : queue.value(),
        telephone && address != null ? address : (Object) endpoint.number(),
        endpoint.number(),
        endpoint.id().value(),
        mail ? address : null,
        settings.get("senderOverride"),
        settings.get("replyAddress"),
        ServerPayload.from("imap", settings),
        ServerPayload.from("smtp", settings),
        type == EndpointType.CHAT ? list(settings.get("allowedOrigins")) : null,
        type == EndpointType.MESSENGER ? address : null,
        settings.get("apiBaseUrl"),
        telephone ? list(settings.get("functionality")) : null,
        settings.get("webhookUrl"),
        value(generated.get("identitySecret")),
        value(generated.get("secret")));
  }

  private static List<String> list(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
  }

  private static @Nullable String value(@Nullable Secret secret) {
    return secret == null ? null : secret.value();
  }

  @Override
  public String toString() {
    return "EndpointPayload[" + endpointId + "]";
  }

  /** A mail server, without its password. */
  record ServerPayload(
      String host,
      @Nullable Integer port,
      @Schema(enumeration = {"None", "StartTls", "Tls"}) @Nullable String security,
      @Nullable String username,
      @Nullable String folder,
      @Nullable String importFrom) {
    static @Nullable ServerPayload from(String protocol, Map<String, String> settings) {
      String host = settings.get(protocol + ".host");
      if (host == null) {
        return null;
      }
      String port = settings.get(protocol + ".port");
      return new ServerPayload(
          host,
          port == null ? null : Integer.valueOf(port),
          settings.get(protocol + ".security"),
          settings.get(protocol + ".username"),
          settings.get(protocol + ".folder"),
          settings.get(protocol + ".importFrom"));
    }
  }
}
