package dev.parley.domain.channel;

import dev.parley.domain.shared.SharedError;
import java.util.regex.Pattern;

/** A kind of medium. Open on purpose: a connector brings its own, the domain treats all alike. */
public record Channel(String name) {
  // Before the constants, whose constructor needs it.
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public static final Channel EMAIL = new Channel("email");

  /** A form that a contact filled in; it is answered by mail. */
  public static final Channel CONTACT_FORM = new Channel("contact-form");

  /** The chat on a web page. */
  public static final Channel WIDGET = new Channel("widget");

  /** A chat inside an application of the organization's own. */
  public static final Channel IN_APP = new Channel("in-app");

  /** Meta's Messenger. */
  public static final Channel MESSENGER = new Channel("messenger");

  public static final Channel WHATSAPP = new Channel("whatsapp");

  /** Direct messages on Twitter. */
  public static final Channel TWITTER = new Channel("twitter");

  public static final Channel SMS = new Channel("sms");

  /** Calls, and the numbers they come in on. */
  public static final Channel TELEPHONY = new Channel("telephony");

  /** A call that the contact asks for. */
  public static final Channel CALLBACK = new Channel("callback");

  public static final Channel VOICEMAIL = new Channel("voicemail");

  /** Any other medium, which a client connects through the API. */
  public static final Channel API = new Channel("api");

  public Channel {
    if (!FORM.matcher(name).matches()) {
      throw SharedError.invalid("channel", "must be a lower-case word");
    }
  }

  /**
   * The channel whose endpoints and connector serve this one: a contact form is answered by mail,
   * and all that takes a telephone number shares the numbers.
   */
  public Channel carrier() {
    if (equals(CONTACT_FORM)) {
      return EMAIL;
    }
    return equals(SMS) || equals(CALLBACK) || equals(VOICEMAIL) ? TELEPHONY : this;
  }
}
