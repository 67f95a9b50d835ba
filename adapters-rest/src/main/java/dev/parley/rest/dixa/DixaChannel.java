package dev.parley.rest.dixa;

import dev.parley.domain.channel.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The channels Dixa has a word for. Ours are more: what is none of these is a generic channel, for
 * which Dixa has a variant but no word.
 */
public enum DixaChannel {
  EMAIL("Email", "email"),
  CONTACT_FORM("ContactForm", "contactform"),
  WIDGET_CHAT("WidgetChat", "chat"),
  MESSENGER("Messenger", "dixamessenger"),
  PSTN_PHONE("PstnPhone", "phone"),
  CALLBACK("Callback", "callback"),
  VOICEMAIL("Voicemail", "voicemail"),
  SMS("Sms", "sms"),
  WHATS_APP("WhatsApp", "whatsapp"),
  FACEBOOK_MESSENGER("FacebookMessenger", "facebookmessenger"),
  TWITTER("Twitter", "twitter");

  /** What stands in a conversation's {@code channel} where there is no word: a known one. */
  private static final String OF_GENERIC = "Messenger";

  private final String word;
  private final String name;

  DixaChannel(String word, String name) {
    this.word = word;
    this.name = name;
  }

  /** As conversations and flows spell it. */
  public String word() {
    return word;
  }

  public Channel channel() {
    return switch (this) {
      case EMAIL -> Channel.EMAIL;
      case CONTACT_FORM -> Channel.CONTACT_FORM;
      case WIDGET_CHAT -> Channel.WIDGET;
      case MESSENGER -> Channel.IN_APP;
      case PSTN_PHONE -> Channel.TELEPHONY;
      case CALLBACK -> Channel.CALLBACK;
      case VOICEMAIL -> Channel.VOICEMAIL;
      case SMS -> Channel.SMS;
      case WHATS_APP -> Channel.WHATSAPP;
      case FACEBOOK_MESSENGER -> Channel.MESSENGER;
      case TWITTER -> Channel.TWITTER;
    };
  }

  /** Empty for a generic one. */
  public static Optional<DixaChannel> of(Channel channel) {
    return Stream.of(values()).filter(each -> each.channel().equals(channel)).findFirst();
  }

  /** As conversations spell it; never empty. */
  public static String word(Channel channel) {
    return of(channel).map(DixaChannel::word).orElse(OF_GENERIC);
  }

  /** Empty when conversations spell none so. */
  public static Optional<DixaChannel> ofWord(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /**
   * What a client calls a channel of another system: in the words of conversations or in those of
   * the search, however written. Any other name is a generic channel's.
   */
  public static Channel named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(
            each -> each.name.equals(wanted) || each.word.toLowerCase(Locale.ROOT).equals(wanted))
        // The word of Dixa's own messenger names many things elsewhere.
        .filter(each -> each != MESSENGER || each.name.equals(wanted))
        .map(DixaChannel::channel)
        .findFirst()
        .orElse(Channel.API);
  }
}
