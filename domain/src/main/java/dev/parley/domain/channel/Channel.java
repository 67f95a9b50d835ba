package dev.parley.domain.channel;

import dev.parley.domain.shared.SharedError;
import java.util.regex.Pattern;

/** A kind of medium. Open on purpose: a connector brings its own, the domain treats all alike. */
public record Channel(String name) {
  // Before the constants, whose constructor needs it.
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public static final Channel EMAIL = new Channel("email");
  public static final Channel WIDGET = new Channel("widget");
  public static final Channel MESSENGER = new Channel("messenger");
  public static final Channel TELEPHONY = new Channel("telephony");
  public static final Channel API = new Channel("api");

  public Channel {
    if (!FORM.matcher(name).matches()) {
      throw SharedError.invalid("channel", "must be a lower-case word");
    }
  }
}
