package dev.parley.channels.email;

import dev.parley.application.channel.EndpointRules;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;

/** Refuses a mailbox whose settings could not be worked with. */
public final class EmailEndpointRules implements EndpointRules {
  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public void check(ContactEndpoint endpoint) {
    EmailAccount.from(endpoint);
  }
}
