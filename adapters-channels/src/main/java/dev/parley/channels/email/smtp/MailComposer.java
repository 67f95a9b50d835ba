package dev.parley.channels.email.smtp;

import dev.parley.application.channel.OutboundMessage;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.HeaderText;
import dev.parley.channels.email.Idn;
import dev.parley.channels.email.ThreadTokens;
import dev.parley.channels.email.mime.Automation;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes the mail that says what an agent said. The same message makes the same headers again. */
final class MailComposer {
  private static final String UTF_8 = "UTF-8";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ThreadTokens tokens;

  MailComposer(ThreadTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws UnsendableException when the mail cannot be addressed as it should be
   */
  OutgoingMail compose(EmailAccount account, OutboundMessage out) throws UnsendableException {
    Addressees addressees = Addressees.of(out);
    String id = id(account, out);
    try {
      MimeMessage mail = new KeepingMimeMessage(id);
      address(mail, account, out, addressees);
      thread(mail, out);
      Message message = out.message();
      mail.setHeader("Date", DATE.format(message.createdAt()));
      mail.setHeader(Automation.LOOP_HEADER, tokens.loopMark(account.id()));
      if (message.isAutomatic()) {
        mail.setHeader("Auto-Submitted", "auto-replied");
        mail.setHeader("X-Auto-Response-Suppress", "All");
      }
      BodyComposer.fill(mail, message.content(), out.files());
      mail.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return new OutgoingMail(id, account.address(), addressees.all(), bytes.toByteArray());
    } catch (MessagingException | IOException e) {
      throw new UnsendableException("not-composable", "the mail could not be written", e);
    }
  }

  private String id(EmailAccount account, OutboundMessage out) {
    Message message = out.message();
    String persisted = message.providerId();
    return persisted == null
        ? tokens.messageId(account.address().value(), message.conversation(), message.id())
        : persisted;
  }

  private void address(
      MimeMessage mail, EmailAccount account, OutboundMessage out, Addressees addressees)
      throws MessagingException, UnsupportedEncodingException {
    String name = account.senderName() == null ? out.agentName() : account.senderName();
    mail.setFrom(address(account.senderAddress(), name));
    EmailAddress replies =
        account.signedReplies()
            ? tokens
                .replyAddress(account.address(), out.message().conversation())
                .orElse(account.address())
            : account.address();
    if (!replies.equals(account.senderAddress())) {
      mail.setReplyTo(new InternetAddress[] {address(replies, name)});
    }
    mail.setRecipients(RecipientType.TO, addresses(addressees.to()));
    mail.setRecipients(RecipientType.CC, addresses(addressees.cc()));
  }

  private static void thread(MimeMessage mail, OutboundMessage out) throws MessagingException {
    List<String> ids = References.trimmed(out.references(), out.inReplyTo());
    if (!ids.isEmpty()) {
      mail.setHeader("In-Reply-To", ids.getLast());
      mail.setHeader("References", MimeUtility.fold(12, String.join(" ", ids)));
    }
    String subject = Subjects.of(out.subject(), !ids.isEmpty());
    if (!subject.isEmpty()) {
      mail.setSubject(subject, UTF_8);
    }
  }

  private static InternetAddress[] addresses(List<Mailbox> mailboxes)
      throws UnsupportedEncodingException {
    List<InternetAddress> addresses = new ArrayList<>();
    for (Mailbox mailbox : mailboxes) {
      addresses.add(address(mailbox.email(), mailbox.name()));
    }
    return addresses.toArray(InternetAddress[]::new);
  }

  private static InternetAddress address(EmailAddress email, @Nullable String name)
      throws UnsupportedEncodingException {
    String clean = name == null ? "" : HeaderText.clean(name);
    return new InternetAddress(
        email.localPart() + "@" + Idn.toAscii(email.domain()),
        clean.isEmpty() ? null : clean,
        UTF_8);
  }

  /** To whom a mail goes; who gets a blind copy stands in no header. */
  private record Addressees(List<Mailbox> to, List<Mailbox> cc, List<EmailAddress> all) {
    static Addressees of(OutboundMessage out) throws UnsendableException {
      Envelope envelope = out.message().envelope();
      List<Mailbox> to =
          envelope == null || envelope.to().isEmpty()
              ? List.of(new Mailbox(contact(out), out.toName()))
              : named(envelope.to(), out);
      Map<String, EmailAddress> all = new LinkedHashMap<>();
      to.forEach(mailbox -> all.putIfAbsent(mailbox.email().key(), mailbox.email()));
      List<Mailbox> cc = envelope == null ? List.of() : envelope.cc();
      cc.forEach(mailbox -> all.putIfAbsent(mailbox.email().key(), mailbox.email()));
      if (envelope != null) {
        envelope.bcc().forEach(m -> all.putIfAbsent(m.email().key(), m.email()));
      }
      for (EmailAddress address : all.values()) {
        requireAscii(address);
      }
      return new Addressees(to, cc, List.copyOf(all.values()));
    }

    private static EmailAddress contact(OutboundMessage out) throws UnsendableException {
      return EmailAddress.parse(out.to())
          .orElseThrow(
              () ->
                  new UnsendableException(
                      "recipient-unreachable", "the contact has no valid e-mail address", null));
    }

    private static List<Mailbox> named(List<Mailbox> to, OutboundMessage out) {
      return to.stream()
          .map(
              mailbox ->
                  mailbox.name() == null && mailbox.email().value().equalsIgnoreCase(out.to())
                      ? new Mailbox(mailbox.email(), out.toName())
                      : mailbox)
          .toList();
    }

    /** Such addresses need SMTPUTF8 (RFC 6531) on every server of the way, which few offer. */
    private static void requireAscii(EmailAddress address) throws UnsendableException {
      if (address.localPart().chars().anyMatch(c -> c > 126)) {
        throw new UnsendableException(
            "recipient-unreachable", "the address needs international mail (SMTPUTF8)", null);
      }
    }
  }

  /** The library would make an id of its own at every change. */
  private static final class KeepingMimeMessage extends MimeMessage {
    private final String id;

    KeepingMimeMessage(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
