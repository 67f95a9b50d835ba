package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;
import dev.parley.channels.email.MailLine;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.MailServer;
import dev.parley.domain.contact.EmailAddress;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The open sessions of one account, and what we know of the server behind them. */
final class SmtpAccount {
  private static final Logger LOG = Logger.getLogger(SmtpAccount.class);
  static final int SESSIONS = 2;
  static final int MAILS_PER_SESSION = 50;
  static final Duration IDLE_MAX = Duration.ofSeconds(30);

  /** Well below the lease of the outbox: whoever cannot send by then comes again. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MailServer server;
  private final MailNetwork network;
  private final InstantSource clock;
  private final Circuit circuit = new Circuit();
  private final Turnstile turnstile = new Turnstile(SESSIONS);
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private volatile Instant lastUse;

  private record Idle(SmtpConversation session, Instant since) {}

  SmtpAccount(MailServer server, MailNetwork network, InstantSource clock) {
    this.server = server;
    this.network = network;
    this.clock = clock;
    this.lastUse = clock.instant();
  }

  MailServer server() {
    return server;
  }

  /** What came of each recipient. */
  Map<EmailAddress, SendResult> send(OutgoingMail mail) {
    lastUse = clock.instant();
    Optional<SendResult> refused = circuit.ask(lastUse);
    if (refused.isPresent()) {
      return forAll(mail, refused.get());
    }
    try {
      if (turnstile.enter(clock.instant(), PATIENCE)) {
        return sendAndLeave(mail);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    circuit.passed();
    return forAll(mail, busy());
  }

  private Map<EmailAddress, SendResult> sendAndLeave(OutgoingMail mail) {
    try {
      Map<EmailAddress, SendResult> results = sendInside(mail);
      learn(results);
      return results;
    } finally {
      turnstile.leave();
      circuit.passed();
    }
  }

  private Map<EmailAddress, SendResult> sendInside(OutgoingMail mail) {
    SmtpConversation session = null;
    try {
      session = session();
      Handover handover = session.hand(mail);
      giveBack(session, handover);
      return handover.results(mail);
    } catch (SmtpLoginException e) {
      LOG.debugf("login failed: %s", e.result().getClass().getSimpleName());
      return forAll(mail, e.result());
    }
  }

  private void learn(Map<EmailAddress, SendResult> results) {
    SendResult one = results.values().iterator().next();
    boolean all = results.values().stream().allMatch(one::equals);
    boolean unreachable =
        one instanceof SendResult.Retryable(String code, String _, Duration _)
            && (code.equals(Verdicts.UNREACHABLE) || code.equals("greeting-refused"));
    if (all && (one instanceof SendResult.AccountBroken || unreachable)) {
      circuit.broke(one, clock.instant());
    } else {
      circuit.worked();
    }
    if (one instanceof SendResult.Retryable(String code, String _, Duration _)
        && code.equals(Verdicts.CLOSING)) {
      turnstile.narrow(clock.instant());
    }
  }

  boolean isPaused() {
    return circuit.isOpen();
  }

  private SmtpConversation session() throws SmtpLoginException {
    for (Idle found = idle.pollLast(); found != null; found = idle.pollLast()) {
      if (found.since().plus(IDLE_MAX).isAfter(clock.instant()) && found.session().isAlive()) {
        return found.session();
      }
      quit(found.session());
    }
    MailLine line = network.line(server, "smtp");
    SmtpConversation fresh =
        new SmtpConversation(
            line, server, network.timeouts().read(), network.timeouts().endOfData());
    fresh.logIn(server);
    return fresh;
  }

  private void giveBack(SmtpConversation session, Handover handover) {
    boolean usable = !handover.reply().isLost() && handover.reply().code() != 421;
    if (usable && session.handedOver() < MAILS_PER_SESSION) {
      idle.addLast(new Idle(session, clock.instant()));
    } else {
      quit(session);
    }
  }

  /** Ends sessions that were not used for a while; servers have better use for them. */
  void closeIdle(@Nullable Instant unusedSince) {
    for (Idle found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
      if (unusedSince != null && found.since().isAfter(unusedSince)) {
        idle.addFirst(found);
        return;
      }
      quit(found.session());
    }
  }

  boolean isUnusedSince(Instant instant) {
    return lastUse.isBefore(instant) && idle.isEmpty() && turnstile.isEmpty();
  }

  private static void quit(SmtpConversation session) {
    try {
      session.close();
    } catch (MessagingException e) {
      LOG.debugf("a session ended without goodbye: %s", e.getClass().getSimpleName());
    }
  }

  private static SendResult busy() {
    return new SendResult.Retryable("busy", "all connections of the account are in use", null);
  }

  private static Map<EmailAddress, SendResult> forAll(OutgoingMail mail, SendResult result) {
    return mail.recipients().stream().collect(Collectors.toMap(r -> r, _ -> result));
  }
}
