package dev.parley.bootstrap.wiring;

import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.ThreadTokens;
import dev.parley.channels.email.smtp.SmtpSender;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.DerivedKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

class EmailWiring {
  @Produces
  @Singleton
  ThreadTokens tokens(DerivedKeys keys) {
    return new ThreadTokens(keys);
  }

  @Produces
  @Singleton
  MailNetwork network() {
    return new MailNetwork(
        MailNetwork.Timeouts.DEFAULTS,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-timer").factory()));
  }

  @Produces
  @Singleton
  AccountStates states(InstantSource clock) {
    return new AccountStates(clock);
  }

  @Produces
  @Singleton
  SmtpSender sender(
      ThreadTokens tokens, MailNetwork network, AccountStates states, InstantSource clock) {
    return new SmtpSender(tokens, network, states, clock);
  }
}
