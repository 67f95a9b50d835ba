package dev.parley.rest.dixa.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.rest.dixa.DixaChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An endpoint as the way by which conversations of a channel come in.
 *
 * @param id the endpoint's; one that serves several channels has a flow in each
 */
@RegisterForReflection
@Schema(
    name = "Flow",
    examples =
        """
        {"id": "d546e9a8-82c2-409f-b688-e9199ea69f83", "name": "Default call flow",
         "channel": "PstnPhone", "contactEndpointId": "+559912443333"}""")
record FlowPayload(
    UUID id,
    String name,
    @Schema(
            enumeration = {
              "Email",
              "WidgetChat",
              "Messenger",
              "ContactForm",
              "PstnPhone",
              "Callback",
              "Voicemail",
              "Sms",
              "WhatsApp",
              "FacebookMessenger",
              "Twitter"
            })
        String channel,
    String contactEndpointId) {

  /** Whether conversations of the channel come in there; a number says what it is good for. */
  static boolean leads(ContactEndpoint endpoint, DixaChannel channel) {
    String functionality = endpoint.settings().get("functionality");
    return !endpoint.channel().equals(Channel.TELEPHONY)
        || functionality == null
        || functionality.isBlank()
        || Arrays.stream(functionality.split(" ", -1)).anyMatch(words(channel)::contains);
  }

  /** Who is called back is called by us; who leaves a message has called us. */
  private static Set<String> words(DixaChannel channel) {
    return switch (channel) {
      case CALLBACK -> Set.of("Callback", "VoiceOutbound");
      case VOICEMAIL -> Set.of("Voicemail", "VoiceInbound");
      default -> Set.of("PstnPhone", "VoiceInbound", "VoiceOutbound");
    };
  }

  static FlowPayload from(ContactEndpoint endpoint, DixaChannel channel) {
    UUID id = endpoint.id().value();
    String key = contactEndpointId(endpoint);
    return new FlowPayload(
        id, endpoint.name() == null ? key : endpoint.name(), channel.word(), key);
  }

  /** As the contact endpoints are listed. */
  private static String contactEndpointId(ContactEndpoint endpoint) {
    boolean byAddress =
        endpoint.channel().equals(Channel.EMAIL) || endpoint.channel().equals(Channel.TELEPHONY);
    return byAddress && endpoint.address() != null
        ? endpoint.address()
        : endpoint.id().value().toString();
  }
}
