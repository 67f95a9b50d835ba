package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.persistence.support.GivenRows;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New messages and what of them is to be sent, as part of a decision's statement. */
final class MessageSql {
  private MessageSql() {}

  static void add(Sql sql, List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    sql.add(
        """
        , message as (
          insert into message (org_id, id, conversation_id, direction, author_kind, author_id,
              format, body, attachments, external_id, provider_id, envelope, delivery,
              delivery_reason, created_at)
          select $1, m.id, m.conversation_id, m.direction, m.author_kind, m.author_id,
              m.format, m.body, m.attachments::jsonb, m.external_id, m.provider_id,
              m.envelope::jsonb, m.delivery, m.delivery_reason, m.created_at
            from\s""");
    GivenRows.of(messages)
        .uuid("id", m -> m.id().value())
        .uuid("conversation_id", m -> m.conversation().value())
        .text("direction", m -> Codes.of(m.direction()))
        .text("author_kind", m -> Codes.authorKind(m.author()))
        .uuid("author_id", m -> Codes.authorId(m.author()))
        .text("format", m -> format(m.content()))
        .text("body", m -> body(m.content()))
        .text("attachments", MessageSql::files)
        .text("external_id", Message::externalId)
        .text("provider_id", Message::providerId)
        .text("envelope", MessageSql::envelope)
        .text("delivery", m -> Codes.of(m.delivery().status()))
        .text("delivery_reason", m -> m.delivery().reason())
        .time("created_at", Message::createdAt)
        .addTo(sql, "m")
        .add(")");
    addToOutbox(
        sql,
        messages.stream().filter(m -> m.delivery().status() == Delivery.Status.PENDING).toList());
  }

  private static void addToOutbox(Sql sql, List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    sql.add(
        """
        , outbox as (
          insert into outbox (org_id, message_id, conversation_id, not_before, created_at)
          select $1, o.id, o.conversation_id, o.at, o.at
            from\s""");
    GivenRows.of(messages)
        .uuid("id", m -> m.id().value())
        .uuid("conversation_id", m -> m.conversation().value())
        .time("at", Message::createdAt)
        .addTo(sql, "o")
        .add(")");
  }

  private static @Nullable String format(@Nullable Content content) {
    return content == null ? null : Codes.of(content.format());
  }

  private static @Nullable String body(@Nullable Content content) {
    return content == null ? null : content.value();
  }

  private static @Nullable String files(Message message) {
    JsonArray files = AttachmentJson.of(message.attachments());
    return files == null ? null : files.encode();
  }

  private static @Nullable String envelope(Message message) {
    JsonObject envelope = EnvelopeJson.of(message.envelope());
    return envelope == null ? null : envelope.encode();
  }
}
