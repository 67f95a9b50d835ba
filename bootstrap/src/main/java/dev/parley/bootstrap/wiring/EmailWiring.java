package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.EndpointRules;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.shared.IdSource;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.bootstrap.work.DoorsOpen;
import dev.parley.channels.email.EmailConnector;
import dev.parley.channels.email.EmailEndpointRules;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.ThreadTokens;
import dev.parley.channels.email.imap.ImapPollers;
import dev.parley.channels.email.imap.ImapSettings;
import dev.parley.channels.email.imap.ReaderPorts;
import dev.parley.channels.email.mime.MailLimits;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.email.smtp.SmtpSender;
import dev.parley.channels.email.webhook.EmailWebhook;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.persistence.channel.PgAcceptedDeliveries;
import dev.parley.persistence.channel.PgInboundLoad;
import dev.parley.persistence.channel.PgMailboxCursors;
import dev.parley.persistence.support.PgUnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

class EmailWiring {
  /** Mails waiting to be understood, above which no more are fetched. */
  private static final int BACKLOG_MAX = 10_000;

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
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
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

  @Produces
  @Singleton
  EndpointRules rules() {
    return new EmailEndpointRules();
  }

  @Produces
  @Singleton
  EmailConnector connector(
      ParleyConfig config, ThreadTokens tokens, FileLinks links, InstantSource clock) {
    return new EmailConnector(
        new MailParser(MailLimits.DEFAULTS.withRawBytes(largestMail(config)), clock),
        tokens,
        links);
  }

  @Produces
  @Singleton
  EmailWebhook webhook(ParleyConfig config, InstantSource clock) {
    return new EmailWebhook(largestMail(config), clock);
  }

  @Produces
  @Singleton
  InboundLoad load(PgUnitOfWork unitOfWork, InstantSource clock) {
    return new PgInboundLoad(unitOfWork, clock, BACKLOG_MAX);
  }

  @Produces
  @Singleton
  ImapPollers pollers(
      ContactEndpoints endpoints,
      Inbox inbox,
      PgUnitOfWork unitOfWork,
      InboundLoad load,
      IdSource ids,
      InstantSource clock,
      MailNetwork network,
      AccountStates states,
      ParleyConfig config) {
    ReaderPorts ports =
        new ReaderPorts(
            inbox,
            new PgAcceptedDeliveries(unitOfWork),
            new PgMailboxCursors(unitOfWork),
            load,
            ids,
            clock);
    return new ImapPollers(
        endpoints,
        ports,
        network,
        states,
        ImapSettings.DEFAULTS.withLargestMail(largestMail(config)),
        new SecureRandom());
  }

  private static int largestMail(ParleyConfig config) {
    return Math.toIntExact(config.limits().mailBytes());
  }

  void start(@Observes DoorsOpen event, ImapPollers pollers) {
    pollers.start();
  }

  void stop(@Observes ShutdownEvent event, ImapPollers pollers) {
    pollers.close();
  }
}
