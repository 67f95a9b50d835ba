package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Direction;
import dev.parley.persistence.support.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as its row. */
final class MessageRow {
  /** Of {@code message m}. */
  static final String COLUMNS =
      """
      m.id, m.conversation_id, m.direction, m.author_kind, m.author_id, m.format, m.body,
      m.attachments, m.external_id, m.provider_id, m.envelope, m.delivery, m.delivery_reason,
      m.created_at
      """;

  private MessageRow() {}

  static Message toDomain(Row row) {
    return new Message(
        new MessageId(row.getUUID("id")),
        new ConversationId(row.getUUID("conversation_id")),
        Codes.parse(Direction.class, row.getString("direction")),
        Codes.author(row.getString("author_kind"), row.getUUID("author_id")),
        content(row),
        row.getValue("attachments") instanceof JsonArray files
            ? AttachmentJson.toDomain(files)
            : List.of(),
        row.getString("external_id"),
        row.getString("provider_id"),
        row.getValue("envelope") instanceof JsonObject envelope
            ? EnvelopeJson.toDomain(envelope)
            : null,
        new Delivery(
            Codes.parse(Delivery.Status.class, row.getString("delivery")),
            row.getString("delivery_reason")),
        Rows.requiredInstant(row, "created_at"));
  }

  private static @Nullable Content content(Row row) {
    String format = row.getString("format");
    return format == null
        ? null
        : new Content(Codes.parse(Content.Format.class, format), row.getString("body"));
  }
}
