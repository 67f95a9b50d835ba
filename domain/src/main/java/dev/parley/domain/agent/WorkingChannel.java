package dev.parley.domain.agent;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What an agent works on: channels that ask for the same kind of attention. A channel that none of
 * the others names, such as one that a connector brought along, is messaging.
 */
public enum WorkingChannel {
  EMAIL,
  INTERACTIVE_CHAT,
  MESSAGING,
  SPEAK;

  /**
   * @param channel the channel's name
   */
  public static WorkingChannel of(String channel) {
    return Stream.of(values())
        .filter(each -> each.channels().contains(channel))
        .findFirst()
        .orElse(MESSAGING);
  }

  /** The names of the channels that count as this; of {@link #MESSAGING}: all that are left. */
  public Set<String> channels() {
    return switch (this) {
      case EMAIL -> Set.of("email", "contact-form");
      case INTERACTIVE_CHAT -> Set.of("widget", "in-app");
      case MESSAGING -> Set.of();
      case SPEAK -> Set.of("telephony", "callback", "voicemail");
    };
  }
}
