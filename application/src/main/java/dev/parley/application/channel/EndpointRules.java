package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;

/** What a connector asks of the endpoints of its channel before they are stored. */
public interface EndpointRules {
  Channel channel();

  /**
   * @throws dev.parley.domain.shared.DomainException {@code InvalidField} naming the setting that
   *     is missing or wrong
   */
  void check(ContactEndpoint endpoint);
}
