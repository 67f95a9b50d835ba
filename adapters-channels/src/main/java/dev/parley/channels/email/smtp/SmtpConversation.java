package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;
import dev.parley.channels.email.Idn;
import dev.parley.channels.email.MailLine;
import dev.parley.channels.email.MailServer;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.contact.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A session with an SMTP server. The library logs in and frames the data; the commands for one mail
 * are given here, because only so the reply to each is known when the connection breaks.
 */
final class SmtpConversation extends SMTPTransport {
  private static final Duration ALIVE_WITHIN = Duration.ofSeconds(10);

  private final MailLine line;
  private final Duration usualWait;
  private final Duration endOfDataWait;
  private Stage stage = Stage.CONNECT;
  private Reply last = Reply.LOST;
  private @Nullable Reply refusal;
  private int handedOver;

  SmtpConversation(MailLine line, MailServer server, Duration usualWait, Duration endOfDataWait) {
    super(
        line.session(),
        new URLName("smtp", server.host(), server.port(), null, null, null),
        "smtp",
        server.security() == MailServer.Security.TLS);
    this.line = line;
    this.usualWait = usualWait;
    this.endOfDataWait = endOfDataWait;
  }

  /** How many mails this session has taken. */
  int handedOver() {
    return handedOver;
  }

  void logIn(MailServer server) throws SmtpLoginException {
    Secret password = server.password();
    try {
      connect(
          line.address(),
          server.port(),
          server.username(),
          password == null ? null : password.value());
    } catch (MessagingException e) {
      line.cut();
      throw new SmtpLoginException(notLoggedIn(server, e), e);
    }
  }

  private SendResult notLoggedIn(MailServer server, MessagingException failure) {
    if (refusal != null) {
      return Verdicts.of(stage, refusal);
    }
    if (isCausedBy(failure, CertificateException.class)) {
      return new SendResult.AccountBroken("certificate", "the server's certificate is not trusted");
    }
    if (stage == Stage.LOGIN
        && server.security() == MailServer.Security.START_TLS
        && !supportsExtension("STARTTLS")) {
      return new SendResult.AccountBroken("no-tls", "the server does not offer STARTTLS");
    }
    if (failure instanceof jakarta.mail.AuthenticationFailedException) {
      return new SendResult.AccountBroken("authentication", "no way to log in in common");
    }
    return new SendResult.Retryable(
        Verdicts.UNREACHABLE, "the mail server cannot be reached", null);
  }

  /** Whether the server still answers. */
  boolean isAlive() {
    try {
      line.waitAtMost(ALIVE_WITHIN);
      boolean alive = isConnected();
      line.waitAtMost(usualWait);
      return alive;
    } catch (IOException e) {
      return false;
    }
  }

  /** Tells the server to whom the mail goes and hands it over to those it accepts. */
  synchronized Handover hand(OutgoingMail mail) {
    Map<EmailAddress, Reply> refused = new LinkedHashMap<>();
    try {
      return hand(mail, refused);
    } catch (MessagingException | IOException e) {
      Reply known = refusal;
      line.cut();
      return new Handover(stage, known == null ? Reply.LOST : known, refused);
    }
  }

  private Handover hand(OutgoingMail mail, Map<EmailAddress, Reply> refused)
      throws MessagingException, IOException {
    Reply reply = say(Stage.SENDER, "MAIL FROM:" + path(mail.sender()) + size(mail));
    if (!reply.isPositive()) {
      return stop(reply, refused);
    }
    for (EmailAddress recipient : mail.recipients()) {
      reply = say(Stage.RECIPIENT, "RCPT TO:" + path(recipient));
      if (reply.isLost() || reply.code() == 421) {
        return stop(reply, Map.of());
      }
      if (!reply.isPositive()) {
        refused.put(recipient, reply);
      }
    }
    return refused.size() == mail.recipients().size() ? stop(reply, refused) : data(mail, refused);
  }

  private Handover data(OutgoingMail mail, Map<EmailAddress, Reply> refused)
      throws MessagingException, IOException {
    enter(Stage.DATA);
    OutputStream out = data();
    out.write(mail.bytes());
    enter(Stage.END_OF_DATA);
    line.waitAtMost(endOfDataWait);
    finishData();
    line.waitAtMost(usualWait);
    handedOver++;
    return new Handover(stage, last, refused);
  }

  /** The server is asked to forget the mail it did not get, so that the session can go on. */
  private Handover stop(Reply reply, Map<EmailAddress, Reply> refused) throws MessagingException {
    Handover ended = new Handover(stage, reply, refused);
    if (reply.isLost() || reply.code() == 421) {
      line.cut();
    } else {
      simpleCommand("RSET");
    }
    return ended;
  }

  private Reply say(Stage next, String command) throws MessagingException {
    enter(next);
    simpleCommand(command);
    return last;
  }

  private void enter(Stage next) {
    stage = next;
    refusal = null;
  }

  private static String path(EmailAddress address) {
    return "<" + address.localPart() + "@" + Idn.toAscii(address.domain()) + ">";
  }

  /** RFC 1870: a mail that is too large is refused before it is sent. */
  private String size(OutgoingMail mail) {
    return supportsExtension("SIZE") ? " SIZE=" + mail.bytes().length : "";
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    if (stage == Stage.CONNECT) {
      enter(Stage.GREETING);
    } else if (stage == Stage.GREETING) {
      enter(Stage.LOGIN);
    }
    int code = super.readServerResponse();
    last = Reply.of(code, getLastServerResponse());
    if (!last.isPositive() && (refusal == null || stage == Stage.LOGIN)) {
      refusal = last;
    }
    return code;
  }

  private static boolean isCausedBy(Throwable failure, Class<?> kind) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
