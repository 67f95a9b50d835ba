package dev.parley.channels.email;

import static dev.parley.domain.conversation.Attachment.MAX_PER_MESSAGE;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.mime.Attachment;
import dev.parley.channels.email.mime.DeliveryReport;
import dev.parley.channels.email.mime.MailAddress;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.email.mime.ParsedMail;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Mailbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands mails: what a contact wrote, what became of a mail of ours, what is nobody's. */
public final class EmailConnector implements InboundParser {
  /** Stands for a sender whom nobody could answer; reserved by RFC 2606. */
  private static final EmailAddress NOBODY = new EmailAddress("unknown@sender.invalid");

  /** In characters; longer names are no names. */
  private static final int NAME_MAX = 200;

  private final MailParser parser;
  private final ThreadTokens tokens;
  private final FileLinks links;

  public EmailConnector(MailParser parser, ThreadTokens tokens, FileLinks links) {
    this.parser = parser;
    this.tokens = tokens;
    this.links = links;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public List<InboundEvent> parse(RawInbound raw, ContactEndpoint endpoint) {
    ParsedMail mail = parser.parse(raw.bytes());
    String key = MailIdentity.of(mail);
    if (mail.automation().loopMarks().contains(tokens.loopMark(endpoint.id()))) {
      return List.of(new InboundEvent.Ignored(key, "loop"));
    }
    return List.of(
        mail.deliveryReport()
            .filter(this::isReport)
            .map(report -> about(report, key))
            .orElseGet(() -> message(raw, mail, key, endpoint)));
  }

  /** Prose that merely reads like a bounce may be a person's: only our id in it makes it one. */
  private boolean isReport(DeliveryReport report) {
    return !(report instanceof DeliveryReport.Delivery delivery)
        || delivery.standard()
        || delivery.originalMessageIds().stream()
            .anyMatch(id -> tokens.inMessageId(id).isPresent());
  }

  private static InboundEvent about(DeliveryReport report, String key) {
    return switch (report) {
      case DeliveryReport.Delivery delivery -> delivery(delivery, key);
      case DeliveryReport.Disposition _ -> new InboundEvent.Ignored(key, "read-receipt");
      case DeliveryReport.Complaint _ -> new InboundEvent.Ignored(key, "complaint");
    };
  }

  private static InboundEvent delivery(DeliveryReport.Delivery report, String key) {
    Set<String> ids = Set.copyOf(report.originalMessageIds());
    Optional<DeliveryReport.Recipient> failed =
        report.recipients().stream().filter(EmailConnector::failed).findFirst();
    if (failed.isPresent()) {
      return new InboundEvent.DeliveryFailed(key, ids, code(failed.get()), reason(failed.get()));
    }
    return report.recipients().stream().anyMatch(EmailConnector::arrived)
        ? new InboundEvent.Delivered(key, ids)
        : new InboundEvent.Ignored(key, "delayed");
  }

  /** Whatever the status says: the server has given up, and does not try again. */
  private static boolean failed(DeliveryReport.Recipient recipient) {
    return recipient.action() == DeliveryReport.Action.FAILED;
  }

  private static String code(DeliveryReport.Recipient recipient) {
    if (recipient.isMailboxFull()) {
      return "mailbox-full";
    }
    return recipient.isUndeliverableAddress() ? "recipient-unreachable" : "bounced";
  }

  private static boolean arrived(DeliveryReport.Recipient recipient) {
    return switch (recipient.action()) {
      case DELIVERED, RELAYED -> true;
      case FAILED, DELAYED, EXPANDED, UNKNOWN -> false;
    };
  }

  private static String reason(DeliveryReport.Recipient recipient) {
    return Stream.of(recipient.status(), recipient.diagnostic())
        .filter(Objects::nonNull)
        .reduce((status, words) -> status + " " + words)
        .orElse("the mail bounced");
  }

  private InboundEvent message(
      RawInbound raw, ParsedMail mail, String key, ContactEndpoint endpoint) {
    MailText text = MailText.of(mail, reference -> imageUrl(raw, mail, reference));
    Mailbox sender = sender(mail, endpoint);
    return new InboundEvent.MessageReceived(
        key,
        mail.messageId(),
        sender,
        mailboxes(mail.to()),
        mailboxes(mail.cc()),
        mail.subject().isBlank() ? null : mail.subject(),
        text.reply(),
        text.quoted(),
        files(mail, text),
        threads(mail),
        mail.automation().isAutomatic() || isOurs(sender, endpoint),
        mail.isSenderProven(Set.of()),
        mail.date() == null ? raw.receivedAt() : sane(mail.date(), raw.receivedAt()));
  }

  /** What does not fit is in the original, which is kept. */
  private static List<IncomingFile> files(ParsedMail mail, MailText text) {
    int room = MAX_PER_MESSAGE - (text.tooLong().isPresent() ? 1 : 0);
    return Stream.concat(
            mail.attachments().stream().limit(room).map(EmailConnector::file),
            text.tooLong().stream())
        .toList();
  }

  /** Senders' clocks are wrong in both directions; nobody writes in the future. */
  private static Instant sane(Instant claimed, Instant received) {
    return claimed.isAfter(received) ? received : claimed;
  }

  /** The files of a message are stored under its id and their place in it. */
  private Optional<String> imageUrl(RawInbound raw, ParsedMail mail, String reference) {
    return mail.inlineImage(reference)
        .map(
            image ->
                links.to(
                    raw.organization(),
                    raw.id() + "/" + mail.attachments().indexOf(image),
                    image.fileName(),
                    image.detectedType()));
  }

  private static IncomingFile file(Attachment attachment) {
    return new IncomingFile(
        attachment.fileName(),
        attachment.detectedType(),
        attachment.content().toByteArray(),
        attachment.inline(),
        attachment.contentId());
  }

  /**
   * Who wrote. Forms on web pages write in the name of the mailbox they write to, and name the
   * visitor as the one to answer to.
   */
  private static Mailbox sender(ParsedMail mail, ContactEndpoint endpoint) {
    MailAddress from = mail.from();
    Mailbox written =
        from == null
            ? new Mailbox(NOBODY, null)
            : mailbox(from).orElseGet(() -> new Mailbox(NOBODY, name(from)));
    if (from == null || isOurs(written, endpoint)) {
      return mailboxes(mail.replyTo()).stream()
          .filter(answer -> !isOurs(answer, endpoint))
          .findFirst()
          .orElse(written);
    }
    return written;
  }

  private static boolean isOurs(Mailbox mailbox, ContactEndpoint endpoint) {
    return mailbox.email().value().equalsIgnoreCase(endpoint.address());
  }

  private static List<Mailbox> mailboxes(List<MailAddress> addresses) {
    return addresses.stream().map(EmailConnector::mailbox).flatMap(Optional::stream).toList();
  }

  private static Optional<Mailbox> mailbox(MailAddress address) {
    return EmailAddress.parse(address.address()).map(email -> new Mailbox(email, name(address)));
  }

  private static @Nullable String name(MailAddress address) {
    String name = address.name();
    return name == null || name.isBlank()
        ? null
        : name.codePoints()
            .limit(NAME_MAX)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private InboundEvent.ThreadHints threads(ParsedMail mail) {
    List<String> referred = new ArrayList<>(mail.inReplyTo());
    referred.addAll(mail.references().reversed());
    List<ConversationId> proved =
        Stream.concat(
                addressedTo(mail).map(tokens::inAddress),
                referred.stream().map(tokens::inMessageId))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return new InboundEvent.ThreadHints(proved, referred.stream().distinct().toList());
  }

  private static Stream<String> addressedTo(ParsedMail mail) {
    return Stream.of(mail.deliveredTo(), addresses(mail.to()), addresses(mail.cc()))
        .flatMap(Collection::stream);
  }

  private static List<String> addresses(List<MailAddress> addresses) {
    return addresses.stream().map(MailAddress::address).toList();
  }
}
