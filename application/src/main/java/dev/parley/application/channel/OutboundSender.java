package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;

/** Delivers messages on one channel. */
public interface OutboundSender {
  Channel channel();

  /**
   * The channel's id for a message, when we choose it: the same for every try, so that a receiver
   * can tell a repeated delivery. Pure.
   *
   * @param endpointAddress our address that the message is sent from
   */
  String providerId(String endpointAddress, ConversationId conversation, MessageId message);

  /** Tries once. May block. Never throws for what a peer does. */
  SendResult send(OutboundMessage message);
}
