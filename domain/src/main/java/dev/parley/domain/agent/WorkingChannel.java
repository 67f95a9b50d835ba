package dev.parley.domain.agent;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What an agent works on: channels that ask for the same kind of attention. A channel that none of
 * the others names, such as one that a connector brought along, is messaging.
 */
public enum WorkingChannel {
  EMAIL("email", "contact-form"),
  INTERACTIVE_CHAT("widget"),
  MESSAGING,
  SPEAK("telephony", "callback", "voicemail");

  private final Set<String> channels;

  WorkingChannel(String... channels) {
    this.channels = Set.of(channels);
  }

  /**
   * @param channel the channel's name
   */
  public static WorkingChannel of(String channel) {
    return Stream.of(values())
        .filter(each -> each.channels.contains(channel))
        .findFirst()
        .orElse(MESSAGING);
  }

  /** The names of the channels that count as this; of {@link #MESSAGING}: all that are left. */
  public Set<String> channels() {
    return channels;
  }
}
