package dev.parley.channels.email.smtp;

import dev.parley.application.channel.OutboundMessage;
import dev.parley.application.channel.OutboundSender;
import dev.parley.application.channel.SendResult;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.MailServer;
import dev.parley.channels.email.ThreadTokens;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends messages as mails through the SMTP server of their endpoint. Keeps a few sessions open per
 * account and stays away from accounts that do not work.
 */
public final class SmtpSender implements OutboundSender, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmtpSender.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);
  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  private final ThreadTokens tokens;
  private final MailNetwork network;
  private final AccountStates states;
  private final InstantSource clock;
  private final MailComposer composer;
  private final Partials partials = new Partials();
  private final Map<ContactEndpointId, SmtpAccount> accounts = new ConcurrentHashMap<>();
  private final Future<?> sweeping;

  public SmtpSender(
      ThreadTokens tokens, MailNetwork network, AccountStates states, InstantSource clock) {
    this.tokens = tokens;
    this.network = network;
    this.states = states;
    this.clock = clock;
    this.composer = new MailComposer(tokens);
    this.sweeping =
        network
            .timer()
            .scheduleWithFixedDelay(
                () -> Thread.ofPlatform().daemon().name("smtp-sweep").start(this::sweep),
                SWEEP_EVERY.toMillis(),
                SWEEP_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String providerId(String endpointAddress, ConversationId conversation, MessageId message) {
    return tokens.messageId(endpointAddress, conversation, message);
  }

  @Override
  public SendResult send(OutboundMessage message) {
    SendResult result = attempt(message);
    report(message.endpoint().id(), result);
    return result;
  }

  private SendResult attempt(OutboundMessage message) {
    try {
      EmailAccount account = EmailAccount.from(message.endpoint());
      Optional<MailServer> server = account.smtp();
      if (server.isEmpty()) {
        return new SendResult.AccountBroken("no-server", "the endpoint has no SMTP server");
      }
      OutgoingMail mail = partials.rest(composer.compose(account, message));
      Map<EmailAddress, SendResult> results = account(account.id(), server.get()).send(mail);
      return partials.add(mail, results);
    } catch (DomainException e) {
      return new SendResult.AccountBroken("settings", e.error().code());
    } catch (UnsendableException e) {
      return new SendResult.Permanent(e.code(), e.reason());
    }
  }

  /** New settings are a new account: what was known of the old server does not count. */
  private SmtpAccount account(ContactEndpointId id, MailServer server) {
    return accounts.compute(
        id,
        (_, present) -> {
          if (present != null && present.server().equals(server)) {
            return present;
          }
          if (present != null) {
            Thread.ofPlatform().daemon().name("smtp-quit").start(() -> present.closeIdle(null));
          }
          return new SmtpAccount(server, network, clock);
        });
  }

  private void report(ContactEndpointId endpoint, SendResult result) {
    switch (result) {
      case SendResult.AccountBroken(String code, String _) -> set(endpoint, Level.BROKEN, code);
      case SendResult.Permanent(String code, String _) when code.equals(Verdicts.POLICY) ->
          set(endpoint, Level.DEGRADED, code);
      case SendResult.Retryable(String code, String _, Duration _)
          when code.equals(Verdicts.UNREACHABLE) ->
          set(endpoint, Level.DEGRADED, code);
      case SendResult.Accepted _ -> set(endpoint, Level.OK, "ok");
      case SendResult.Permanent _, SendResult.Retryable _, SendResult.Ambiguous _ -> {}
    }
  }

  private void set(ContactEndpointId endpoint, Level level, String code) {
    if (states.set(endpoint, Direction.OUTBOUND, level, code) && level != Level.OK) {
      LOG.warnf("sending from endpoint %s is %s: %s", endpoint.value(), level, code);
    }
  }

  private void sweep() {
    Instant now = clock.instant();
    accounts.values().forEach(account -> account.closeIdle(now.minus(SmtpAccount.IDLE_MAX)));
    accounts.values().removeIf(a -> !a.isPaused() && a.isUnusedSince(now.minus(FORGET_AFTER)));
  }

  /** Ends what is idle; mails on their way are finished by their own threads. */
  @Override
  public void close() {
    sweeping.cancel(false);
    accounts.values().forEach(account -> account.closeIdle(null));
  }
}
