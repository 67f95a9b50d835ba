package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import java.util.List;

/** Understands what arrives on one channel. */
public interface InboundParser {
  Channel channel();

  /**
   * Pure and total: hostile input becomes {@link InboundEvent.Ignored} or a message with what could
   * be read. May block.
   */
  List<InboundEvent> parse(RawInbound raw, ContactEndpoint endpoint);
}
