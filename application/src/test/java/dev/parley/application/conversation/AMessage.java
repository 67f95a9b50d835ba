package dev.parley.application.conversation;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.AttachmentId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the words of the tests; an outbound one waits to be sent. */
public final class AMessage {
  private final UUID id;
  private final ConversationId conversation;
  private final Direction direction;
  private final Author author;
  private @Nullable Content content = new Content(Content.Format.TEXT, "Hello");
  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable String externalId;
  private @Nullable String providerId;
  private @Nullable Envelope envelope;
  private Delivery delivery;
  private Instant createdAt = Scene.NOON;

  AMessage(UUID id, ConversationId conversation, Direction direction, Author author) {
    this.id = id;
    this.conversation = conversation;
    this.direction = direction;
    this.author = author;
    this.delivery = direction == Direction.OUTBOUND ? Delivery.PENDING : Delivery.NOT_APPLICABLE;
  }

  public AMessage at(Instant instant) {
    createdAt = instant;
    return this;
  }

  public AMessage saying(String text) {
    content = new Content(Content.Format.TEXT, text);
    return this;
  }

  public AMessage with(@Nullable Content newContent) {
    content = newContent;
    return this;
  }

  public AMessage withFile(String blob, String name) {
    attachments.add(
        new Attachment(
            new AttachmentId(CountingFiles.idOf(id, attachments.size())),
            blob,
            name,
            "image/png",
            5L * Integer.MAX_VALUE,
            "0f".repeat(32),
            attachments.isEmpty(),
            attachments.isEmpty() ? "cid-1" : null));
    return this;
  }

  public AMessage externalId(String value) {
    externalId = value;
    return this;
  }

  public AMessage providerId(String value) {
    providerId = value;
    return this;
  }

  /** As a mail between the two addresses. */
  public AMessage mailed(String from, String to) {
    envelope =
        new Envelope(
            mailbox(from),
            List.of(mailbox(to)),
            List.of(),
            List.of(),
            "Where is my order?",
            false,
            Envelope.Sender.PARTICIPANT,
            null,
            null);
    return this;
  }

  /** A mail from somebody who did not take part but knew the reply address. */
  public AMessage asAStranger() {
    Envelope mailed = Objects.requireNonNull(envelope);
    envelope =
        new Envelope(
            mailed.from(),
            mailed.to(),
            mailed.cc(),
            mailed.bcc(),
            mailed.subject(),
            mailed.automatic(),
            Envelope.Sender.STRANGER,
            mailed.original(),
            mailed.quotedHistory());
    return this;
  }

  public AMessage with(Envelope newEnvelope) {
    envelope = newEnvelope;
    return this;
  }

  public AMessage with(Delivery newDelivery) {
    delivery = newDelivery;
    return this;
  }

  public static Mailbox mailbox(String email) {
    return new Mailbox(new EmailAddress(email), null);
  }

  public Message build() {
    return new Message(
        new MessageId(id),
        conversation,
        direction,
        author,
        content,
        attachments,
        externalId,
        providerId,
        envelope,
        delivery,
        createdAt);
  }

  public MessageId id() {
    return new MessageId(id);
  }

  ConversationId conversation() {
    return conversation;
  }

  Direction direction() {
    return direction;
  }

  Instant createdAt() {
    return createdAt;
  }

  private static final class CountingFiles {
    static UUID idOf(UUID message, int position) {
      return new UUID(message.getMostSignificantBits(), position);
    }
  }
}
