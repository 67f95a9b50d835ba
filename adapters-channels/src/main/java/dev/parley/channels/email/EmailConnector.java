package dev.parley.channels.email;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.html.HtmlCleaner;
import dev.parley.channels.email.html.QuoteSplit;
import dev.parley.channels.email.html.QuoteSplitter;
import dev.parley.channels.email.mime.Attachment;
import dev.parley.channels.email.mime.DeliveryReport;
import dev.parley.channels.email.mime.MailAddress;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.email.mime.ParsedMail;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Mailbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands mails: what a contact wrote, what became of a mail of ours, what is nobody's. */
public final class EmailConnector implements InboundParser {
  /** Stands for a sender whom nobody could answer; reserved by RFC 2606. */
  private static final EmailAddress NOBODY = new EmailAddress("unknown@sender.invalid");

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
            .map(report -> about(report, key))
            .orElseGet(() -> message(raw, mail, key)));
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
        report.recipients().stream()
            .filter(DeliveryReport.Recipient::isPermanentFailure)
            .findFirst();
    if (failed.isPresent()) {
      return new InboundEvent.DeliveryFailed(key, ids, "bounced", reason(failed.get()));
    }
    return report.recipients().stream().anyMatch(EmailConnector::arrived)
        ? new InboundEvent.Delivered(key, ids)
        : new InboundEvent.Ignored(key, "delayed");
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

  private InboundEvent message(RawInbound raw, ParsedMail mail, String key) {
    Function<String, Optional<String>> images = reference -> imageUrl(raw, mail, reference);
    QuoteSplit body =
        mail.html() == null ? QuoteSplitter.ofText(mail.text()) : QuoteSplitter.ofHtml(mail.html());
    Content.Format format = mail.html() == null ? Content.Format.TEXT : Content.Format.HTML;
    return new InboundEvent.MessageReceived(
        key,
        mail.messageId(),
        sender(mail),
        mailboxes(mail.to()),
        mailboxes(mail.cc()),
        mail.subject().isBlank() ? null : mail.subject(),
        content(format, body.reply(), images),
        content(format, body.quoted(), images),
        mail.attachments().stream().map(EmailConnector::file).toList(),
        threads(mail),
        mail.automation().isAutomatic(),
        mail.isSenderProven(Set.of()),
        mail.date() == null ? raw.receivedAt() : sane(mail.date(), raw.receivedAt()));
  }

  /** Senders' clocks are wrong in both directions; nobody writes in the future. */
  private static Instant sane(Instant claimed, Instant received) {
    return claimed.isAfter(received) ? received : claimed;
  }

  private static @Nullable Content content(
      Content.Format format, String text, Function<String, Optional<String>> images) {
    if (text.isBlank()) {
      return null;
    }
    String safe = format == Content.Format.HTML ? HtmlCleaner.clean(text, images).html() : text;
    return new Content(format, shortened(safe));
  }

  /** What is cut off here is in the original, which is kept. */
  private static String shortened(String text) {
    if (text.length() <= Content.MAX) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(Content.MAX - 1)) ? 1 : 0;
    return text.substring(0, Content.MAX - end);
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

  private static Mailbox sender(ParsedMail mail) {
    MailAddress from = mail.from();
    return from == null
        ? new Mailbox(NOBODY, null)
        : mailbox(from).orElseGet(() -> new Mailbox(NOBODY, name(from)));
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
        : name.substring(0, Math.min(name.length(), NAME_MAX));
  }

  private static final int NAME_MAX = 200;

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
