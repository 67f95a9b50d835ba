package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** New messages and what of them is to be sent, as part of a decision's statement. */
final class MessageSql {
  private MessageSql() {}

  /** However many they are, the text is the same. */
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
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[])
              m(id, conversation_id, direction, author_kind, author_id, format, body,
                attachments, external_id, provider_id, envelope, delivery, delivery_reason,
                created_at)
        )""",
        DecisionSql.column(UUID[]::new, messages, m -> m.id().value()),
        DecisionSql.column(UUID[]::new, messages, m -> m.conversation().value()),
        DecisionSql.column(String[]::new, messages, m -> Codes.of(m.direction())),
        DecisionSql.column(String[]::new, messages, m -> Codes.authorKind(m.author())),
        DecisionSql.column(UUID[]::new, messages, m -> Codes.authorId(m.author())),
        DecisionSql.column(String[]::new, messages, m -> format(m.content())),
        DecisionSql.column(String[]::new, messages, m -> body(m.content())),
        DecisionSql.column(String[]::new, messages, m -> files(m)),
        DecisionSql.column(String[]::new, messages, Message::externalId),
        DecisionSql.column(String[]::new, messages, Message::providerId),
        DecisionSql.column(String[]::new, messages, m -> envelope(m)),
        DecisionSql.column(String[]::new, messages, m -> Codes.of(m.delivery().status())),
        DecisionSql.column(String[]::new, messages, m -> m.delivery().reason()),
        DecisionSql.column(OffsetDateTime[]::new, messages, m -> Rows.timestamp(m.createdAt())));
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
            from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) o(id, conversation_id, at)
        )""",
        DecisionSql.column(UUID[]::new, messages, m -> m.id().value()),
        DecisionSql.column(UUID[]::new, messages, m -> m.conversation().value()),
        DecisionSql.column(OffsetDateTime[]::new, messages, m -> Rows.timestamp(m.createdAt())));
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
