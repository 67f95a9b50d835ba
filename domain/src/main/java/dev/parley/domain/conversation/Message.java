package dev.parley.domain.conversation;

import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a contact or an agent said.
 *
 * @param content null when there are only files, and after anonymization
 * @param externalId the client's own id, unique in the organization
 * @param providerId the channel's id for it (the Message-ID of a mail), the same in every try
 * @param envelope present on mails only
 */
public record Message(
    MessageId id,
    ConversationId conversation,
    Direction direction,
    Author author,
    @Nullable Content content,
    List<Attachment> attachments,
    @Nullable String externalId,
    @Nullable String providerId,
    @Nullable Envelope envelope,
    Delivery delivery,
    Instant createdAt) {
  public static final int EXTERNAL_ID_MAX = 255;

  public Message {
    attachments = List.copyOf(attachments);
    if (attachments.size() > Attachment.MAX_PER_MESSAGE) {
      throw SharedError.invalid("attachments", "has too many elements");
    }
    if (externalId != null) {
      externalId = Text.required("externalId", externalId, EXTERNAL_ID_MAX);
    }
  }

  public boolean isAutomatic() {
    return envelope != null && envelope.automatic();
  }
}
