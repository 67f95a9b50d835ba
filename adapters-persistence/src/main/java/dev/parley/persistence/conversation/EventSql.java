package dev.parley.persistence.conversation;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.Decision;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.GivenRows;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients are told of a decision, as part of its statement. */
final class EventSql {
  private EventSql() {}

  /**
   * @param activity the ids of the entries in the activity log, which are the events' too
   */
  static void add(
      Sql sql,
      Decision<Conversation, ConversationEvent> decision,
      UUID[] activity,
      IdSource moreIds) {
    Conversation conversation = decision.state();
    long sequence = conversation.version() - decision.events().size();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < activity.length; i++) {
      sequence++;
      ConversationEvent event = decision.events().get(i);
      UUID id = activity[i];
      for (EventType type : EventType.of(event, conversation)) {
        rows.add(new Row(id, type, sequence, ActivityRow.of(event).about(), event));
        id = moreIds.next();
      }
    }
    if (!rows.isEmpty()) {
      add(sql, conversation, rows);
    }
  }

  private static void add(Sql sql, Conversation conversation, List<Row> rows) {
    sql.add(
        """
        , told as (
          insert into event (org_id, id, type, conversation_id, sequence, about_id, at)
          select $1, t.id, t.type, ?::uuid, t.sequence, t.about_id, t.at
            from\s""",
        conversation.id().value());
    GivenRows.of(rows)
        .uuid("id", Row::id)
        .text("type", row -> Code.of(row.type()))
        .number("sequence", Row::sequence)
        .uuid("about_id", Row::about)
        .time("at", row -> row.of().at())
        .addTo(sql, "t")
        .add(")");
  }

  /** Expects {@code moved(id, conversation_id)}, the message whose delivery has come further. */
  static void addDelivery(Sql sql, IdSource ids, EventType type, Instant at) {
    sql.add(
        """
        , told as (
          insert into event (org_id, id, type, conversation_id, about_id, at)
          select $1, ?::uuid, ?::text, moved.conversation_id, moved.id, ?::timestamptz from moved
        )""",
        ids.next(),
        Code.of(type),
        Rows.timestamp(at));
  }

  private record Row(
      UUID id, EventType type, long sequence, @Nullable UUID about, ConversationEvent of) {}
}
