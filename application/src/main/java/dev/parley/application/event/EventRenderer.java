package dev.parley.application.event;

import dev.parley.domain.channel.Channel;

/** A dialect's form of events. */
public interface EventRenderer {
  /** JSON in UTF-8, without line breaks. */
  byte[] render(Event event);

  /** The dialect's word for a channel, which conditions of subscriptions name. */
  String word(Channel channel);
}
