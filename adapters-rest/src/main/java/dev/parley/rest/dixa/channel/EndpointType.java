package dev.parley.rest.dixa.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.rest.support.RequestRefused;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variants of {@code _type}. */
enum EndpointType {
  EMAIL("EmailEndpoint"),
  CHAT("ChatEndpoint"),
  MESSENGER("MessengerEndpoint"),
  TELEPHONY("TelephonyEndpoint"),
  API("ApiEndpoint");

  private final String word;

  EndpointType(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  Channel channel() {
    return switch (this) {
      case EMAIL -> Channel.EMAIL;
      case CHAT -> Channel.WIDGET;
      case MESSENGER -> Channel.MESSENGER;
      case TELEPHONY -> Channel.TELEPHONY;
      case API -> Channel.API;
    };
  }

  /** Secrets that are made when a request for a new endpoint has none. */
  Set<String> generatedSecrets() {
    return switch (this) {
      case EMAIL, API -> Set.of("secret");
      case CHAT -> Set.of("identitySecret");
      case MESSENGER, TELEPHONY -> Set.of();
    };
  }

  static EndpointType inBody(@Nullable String word) {
    return ofWord(word)
        .orElseThrow(() -> RequestRefused.badBody("_type", "must name an endpoint type"));
  }

  static Optional<EndpointType> inQuery(@Nullable String word) {
    return word == null
        ? Optional.empty()
        : Optional.of(ofWord(word).orElseThrow(() -> RequestRefused.badQuery("_type")));
  }

  /** Empty for a channel that a connector brought along and this dialect has no type for. */
  static Optional<EndpointType> of(Channel channel) {
    return Stream.of(values()).filter(type -> type.channel().equals(channel)).findFirst();
  }

  private static Optional<EndpointType> ofWord(@Nullable String word) {
    return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
