package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The senders there are, by channel. */
public final class Senders {
  private final Map<Channel, OutboundSender> byChannel;

  public Senders(Collection<OutboundSender> senders) {
    byChannel =
        senders.stream()
            .collect(Collectors.toUnmodifiableMap(OutboundSender::channel, Function.identity()));
  }

  public Optional<OutboundSender> of(Channel channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }
}
