package dev.parley.channels.email.mime;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A received mail, read. Ids stand without angle brackets; every header text is one line without
 * control characters.
 *
 * @param messageId the first one; made from the content when the mail has none
 * @param allMessageIds every one the mail carries, empty when it has none
 * @param date as the sender claims
 * @param from whom the mail names as its author; null when it names nobody
 * @param deliveredTo addresses servers delivered it to (Delivered-To, X-Original-To, Envelope-To)
 * @param text plain text, made from the HTML when the mail has only that; may be empty
 * @param html as received and therefore <em>not safe</em>: clean it before it is shown
 * @param contentIds what the HTML refers to by {@code cid:} URLs
 */
public record ParsedMail(
    String messageId,
    List<String> allMessageIds,
    List<String> inReplyTo,
    List<String> references,
    @Nullable Instant date,
    @Nullable MailAddress from,
    List<MailAddress> replyTo,
    List<MailAddress> to,
    List<MailAddress> cc,
    List<String> deliveredTo,
    String subject,
    String text,
    @Nullable String html,
    List<Attachment> attachments,
    Set<String> contentIds,
    Automation automation,
    @Nullable DeliveryReport report,
    ListHeaders list,
    Set<ParseWarning> warnings,
    MailHeaders headers) {

  public ParsedMail {
    allMessageIds = List.copyOf(allMessageIds);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    deliveredTo = List.copyOf(deliveredTo);
    attachments = List.copyOf(attachments);
    contentIds = Set.copyOf(contentIds);
    warnings = Set.copyOf(warnings);
  }

  /** Whether something the sender wrote is missing here; the raw mail has it. */
  public boolean degraded() {
    return warnings.stream().anyMatch(ParseWarning::degrades);
  }

  /** A bounce, a read receipt or a complaint, when the mail is one. */
  public Optional<DeliveryReport> deliveryReport() {
    return Optional.ofNullable(report);
  }

  /**
   * What our border server found out about the sender.
   *
   * @param trustedServers ids (RFC 8601 authserv-id) of the servers that write such fields for this
   *     mailbox and remove foreign ones; the empty string stands for fields without an id, as
   *     Microsoft 365 writes them
   */
  public AuthenticationResults authentication(Set<String> trustedServers) {
    return AuthenticationReader.read(headers, trustedServers);
  }

  /** Whether {@link #from} is proven: one single sender whose domain stands for the mail. */
  public boolean isSenderProven(Set<String> trustedServers) {
    return from != null
        && !warnings.contains(ParseWarning.MULTIPLE_FROM)
        && authentication(trustedServers).proves(from.domain());
  }

  /**
   * The attachment an image source of the HTML means: by content id as written, then without regard
   * to case, then by content location.
   *
   * @param reference content id (decoded, without {@code cid:}) or location
   */
  public Optional<Attachment> inlineImage(String reference) {
    String folded = reference.toLowerCase(Locale.ROOT);
    return firstAttachment(a -> reference.equals(a.contentId()))
        .or(() -> firstAttachment(a -> folded.equals(lower(a.contentId()))))
        .or(() -> firstAttachment(a -> reference.equals(a.contentLocation())));
  }

  /** What a log may show. */
  @Override
  public String toString() {
    return "ParsedMail[" + attachments.size() + " attachments, " + warnings + "]";
  }

  private Optional<Attachment> firstAttachment(Predicate<Attachment> condition) {
    return attachments.stream().filter(condition).findFirst();
  }

  private static String lower(@Nullable String id) {
    return Objects.requireNonNullElse(id, "").toLowerCase(Locale.ROOT);
  }
}
