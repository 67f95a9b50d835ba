package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.attachment.FileLinks;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message in the list of its conversation. */
@RegisterForReflection
@Schema(name = "Message")
record MessagePayload(
    UUID id, UUID authorId, @Nullable String externalId, String createdAt, Attributes attributes) {
  /** Characters of a mail that are sent with the list; a longer mail is given as a file. */
  static final int INLINE_MAX = 256 * 1024;

  private static final UUID NOBODY = new UUID(0, 0);

  static MessagePayload from(Message message, OrganizationId organization, FileLinks links) {
    Envelope envelope = message.envelope();
    return new MessagePayload(
        message.id().value(),
        author(message.author()),
        message.externalId(),
        DixaTimes.zoned(message.createdAt()),
        envelope == null
            ? Generic.from(message, organization, links)
            : Email.from(message, envelope, organization, links));
  }

  static UUID author(Author author) {
    return switch (author) {
      case Author.ByAgent(var agent) -> agent.value();
      case Author.ByContact(var contact) -> contact.value();
      case Author.BySystem _ -> NOBODY;
    };
  }

  /** What there is to say of a message on its channel. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Email.class, name = "EmailAttributes"),
    @JsonSubTypes.Type(value = Generic.class, name = "GenericAttributes")
  })
  @RegisterForReflection
  @Schema(
      name = "MessageAttributes",
      oneOf = {Email.class, Generic.class},
      discriminatorProperty = "_type")
  sealed interface Attributes {}

  /** Somebody with a mail address; the address is empty where a mail names none. */
  @RegisterForReflection
  @Schema(name = "EmailContact")
  record EmailContact(String email, @Nullable String name) {
    static EmailContact from(@Nullable Mailbox mailbox) {
      return mailbox == null
          ? new EmailContact("", null)
          : new EmailContact(mailbox.email().value(), mailbox.name());
    }

    static List<EmailContact> all(List<Mailbox> mailboxes) {
      return mailboxes.stream().map(EmailContact::from).toList();
    }
  }

  /** A mail's text, or where to get it. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Regular.class, name = "Regular"),
    @JsonSubTypes.Type(value = TooLarge.class, name = "TooLarge")
  })
  @RegisterForReflection
  @Schema(
      name = "EmailContent",
      oneOf = {Regular.class, TooLarge.class},
      discriminatorProperty = "_type")
  sealed interface EmailContent {}

  @RegisterForReflection
  @Schema(name = "Regular")
  record Regular(ContentPayload content) implements EmailContent {}

  @RegisterForReflection
  @Schema(name = "TooLarge")
  record TooLarge(FilePayload file) implements EmailContent {}

  @RegisterForReflection
  @Schema(name = "EmailAttributes")
  record Email(
      @Nullable EmailContent emailContent,
      EmailContact from,
      List<EmailContact> to,
      List<EmailContact> cc,
      List<EmailContact> bcc,
      boolean isAutoReply,
      List<FilePayload> inlineImages,
      List<FilePayload> attachments,
      @Nullable String deliveryFailureReason,
      String direction,
      @Nullable FilePayload originalContentUrl)
      implements Attributes {
    static Email from(
        Message message, Envelope envelope, OrganizationId organization, FileLinks links) {
      FilePayload original = original(envelope, organization, links);
      return new Email(
          content(message.content(), original),
          EmailContact.from(envelope.from()),
          EmailContact.all(envelope.to()),
          EmailContact.all(envelope.cc()),
          EmailContact.all(envelope.bcc()),
          envelope.automatic(),
          files(message, Attachment::inline, organization, links),
          files(message, Predicate.not(Attachment::inline), organization, links),
          failure(message.delivery()),
          DixaWords.direction(message.direction()),
          original);
    }

    private static @Nullable EmailContent content(
        @Nullable Content content, @Nullable FilePayload original) {
      if (content == null) {
        return null;
      }
      return content.value().length() > INLINE_MAX && original != null
          ? new TooLarge(original)
          : new Regular(ContentPayload.from(content));
    }

    private static @Nullable FilePayload original(
        Envelope envelope, OrganizationId organization, FileLinks links) {
      return envelope.original() == null
          ? null
          : new FilePayload(
              links.to(organization, envelope.original(), "message.eml", "message/rfc822"), null);
    }

    private static @Nullable String failure(Delivery delivery) {
      if (delivery.status() != Delivery.Status.FAILED) {
        return null;
      }
      return delivery.reason() == null ? "The message could not be delivered" : delivery.reason();
    }
  }

  @RegisterForReflection
  @Schema(name = "GenericAttributes")
  record Generic(@Nullable ContentPayload content, String direction, List<FilePayload> attachments)
      implements Attributes {
    static Generic from(Message message, OrganizationId organization, FileLinks links) {
      return new Generic(
          ContentPayload.fromNullable(message.content()),
          DixaWords.direction(message.direction()),
          files(message, _ -> true, organization, links));
    }
  }

  private static List<FilePayload> files(
      Message message, Predicate<Attachment> which, OrganizationId organization, FileLinks links) {
    return message.attachments().stream()
        .filter(which)
        .map(file -> FilePayload.from(file, organization, links))
        .toList();
  }
}
