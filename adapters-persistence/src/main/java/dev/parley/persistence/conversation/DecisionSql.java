package dev.parley.persistence.conversation;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.attribute.AttributeSql;
import dev.parley.persistence.rating.RatingSql;
import dev.parley.persistence.search.SearchDocuments;
import dev.parley.persistence.support.GivenRows;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision as one statement: the row, its messages, notes and tags, the activity log, the
 * outbox and the feed. Parts that a decision does not need are left out, which leaves a handful of
 * texts for the server to prepare.
 */
final class DecisionSql {
  private final IdSource ids;

  DecisionSql(IdSource ids) {
    this.ids = ids;
  }

  Sql insert(Decision<Conversation, ConversationEvent> decision) {
    Conversation c = decision.state();
    QueuePlace place = c.lastQueue();
    Source source = c.source();
    Sql sql =
        Sql.of(
            """
            with n as (
              update org_counter set conversations = conversations + 1
               where org_id = $1 returning conversations as number
            ), c as (
              insert into conversation (org_id, id, number, requester_id, channel, direction,
                  endpoint_id, contact_address, subject, language, browser_info, source_channel,
                  external_id, state, state_updated_at, assignment, agent_id, assignment_at,
                  queue_id, queued_at, created_at, version, last_message_at, last_activity_at)
              select $1, ?::uuid, n.number, ?::uuid, ?::text, ?::text, ?::uuid, ?::text, ?::text,
                  ?::text, ?::jsonb, ?::text, ?::text, ?::text, ?::timestamptz, ?::text, ?::uuid,
                  ?::timestamptz, ?::uuid, ?::timestamptz, ?::timestamptz, ?::bigint, ?::timestamptz,
                  ?::timestamptz
                from n
              returning number
            )""",
            c.id().value(),
            c.requester().value(),
            c.channel().name(),
            Codes.of(c.direction()),
            c.endpoint() == null ? null : c.endpoint().value(),
            c.contactAddress(),
            c.subject(),
            c.language(),
            BrowserJson.of(c.browser()),
            source == null ? null : source.channelName(),
            ConversationRow.externalId(source),
            Codes.state(c.state()),
            Rows.timestamp(c.stateUpdatedAt()),
            Codes.assignment(c.assignment()),
            ConversationRow.agent(c.assignment()),
            Rows.timestamp(ConversationRow.at(c.assignment())),
            place == null ? null : place.queue().value(),
            place == null ? null : Rows.timestamp(place.queuedAt()),
            Rows.timestamp(c.createdAt()),
            c.version(),
            lastMessage(decision.events()),
            lastActivity(decision.events()));
    return withEvents(sql, decision, source == null ? null : "import").add(" select number from c");
  }

  Sql update(Decision<Conversation, ConversationEvent> decision) {
    Conversation c = decision.state();
    QueuePlace place = c.lastQueue();
    ConversationLink link = c.link();
    Sql sql =
        Sql.of(
            """
            with c as (
              update conversation
                 set contact_address = ?::text, subject = ?::text, language = ?::text,
                     browser_info = ?::jsonb, external_id = ?::text, state = ?::text, snoozed_until = ?::timestamptz,
                     state_updated_at = ?::timestamptz, assignment = ?::text, agent_id = ?::uuid,
                     assignment_at = ?::timestamptz, queue_id = ?::uuid,
                     queued_at = ?::timestamptz, parent_id = ?::uuid, link_type = ?::text,
                     anonymized_at = ?::timestamptz,
                     version = ?::bigint,
                     last_message_at = greatest(last_message_at, ?::timestamptz),
                     last_activity_at = greatest(last_activity_at, ?::timestamptz)
               where org_id = $1 and id = ?::uuid and version = ?::bigint
              returning id
            )""",
            c.contactAddress(),
            c.subject(),
            c.language(),
            BrowserJson.of(c.browser()),
            ConversationRow.externalId(c.source()),
            Codes.state(c.state()),
            Rows.timestamp(ConversationRow.snoozedUntil(c.state())),
            Rows.timestamp(c.stateUpdatedAt()),
            Codes.assignment(c.assignment()),
            ConversationRow.agent(c.assignment()),
            Rows.timestamp(ConversationRow.at(c.assignment())),
            place == null ? null : place.queue().value(),
            place == null ? null : Rows.timestamp(place.queuedAt()),
            link == null ? null : link.parent().value(),
            link == null ? null : Codes.of(link.type()),
            Rows.timestamp(c.anonymizedAt()),
            c.version(),
            lastMessage(decision.events()),
            lastActivity(decision.events()),
            c.id().value(),
            c.version() - decision.events().size());
    return withEvents(sql, decision, null)
        .add(" select case when not exists (select from c) then concurrent_change() end");
  }

  /**
   * @param origin where the events happened; null: here
   */
  private Sql withEvents(
      Sql sql, Decision<Conversation, ConversationEvent> decision, @Nullable String origin) {
    List<ConversationEvent> events = decision.events();
    Conversation conversation = decision.state();
    MessageSql.add(sql, messages(events));
    searchable(decision).addTo(sql, conversation.id());
    addNotes(sql, notes(events));
    addTags(sql, conversation, events);
    addAttributes(sql, conversation, events);
    addRatings(sql, conversation, events);
    UUID[] entries = events.stream().map(_ -> ids.next()).toArray(UUID[]::new);
    addActivity(sql, conversation, events, entries, origin);
    EventSql.add(sql, decision, entries, ids);
    return sql;
  }

  /** A subject is written once, with the conversation. */
  private static SearchDocuments searchable(Decision<Conversation, ConversationEvent> decision) {
    Conversation conversation = decision.state();
    List<ConversationEvent> events = decision.events();
    boolean isNew = conversation.version() == events.size();
    return new SearchDocuments()
        .withSubject(conversation.id(), isNew ? conversation.subject() : null)
        .withMessages(messages(events));
  }

  private static @Nullable OffsetDateTime lastMessage(List<ConversationEvent> events) {
    return latest(messages(events).stream().map(Message::createdAt));
  }

  private static @Nullable OffsetDateTime lastActivity(List<ConversationEvent> events) {
    return latest(events.stream().map(ConversationEvent::at));
  }

  private static @Nullable OffsetDateTime latest(Stream<Instant> instants) {
    return Rows.timestamp(instants.max(Comparator.naturalOrder()).orElse(null));
  }

  private static List<Message> messages(List<ConversationEvent> events) {
    return events.stream()
        .flatMap(e -> e instanceof ConversationEvent.MessageAdded m ? Stream.of(m) : Stream.empty())
        .map(ConversationEvent.MessageAdded::message)
        .toList();
  }

  private static List<InternalNote> notes(List<ConversationEvent> events) {
    return events.stream()
        .flatMap(e -> e instanceof ConversationEvent.NoteAdded n ? Stream.of(n) : Stream.empty())
        .map(ConversationEvent.NoteAdded::note)
        .toList();
  }

  private static void addNotes(Sql sql, List<InternalNote> notes) {
    if (notes.isEmpty()) {
      return;
    }
    sql.add(
        """
        , note as (
          insert into note (org_id, id, conversation_id, author_id, body, created_at)
          select $1, n.* from\s""");
    GivenRows.of(notes)
        .uuid("id", note -> note.id().value())
        .uuid("conversation_id", note -> note.conversation().value())
        .uuid("author_id", note -> note.author().value())
        .text("body", InternalNote::text)
        .time("created_at", InternalNote::createdAt)
        .addTo(sql, "n")
        .add(")");
  }

  private static void addTags(Sql sql, Conversation conversation, List<ConversationEvent> events) {
    List<TagId> added =
        events.stream()
            .flatMap(
                e ->
                    e instanceof ConversationEvent.TagAdded t ? Stream.of(t.tag()) : Stream.empty())
            .toList();
    if (!added.isEmpty()) {
      sql.add(
          """
          , tagged as (
            insert into conversation_tag (org_id, conversation_id, tag_id)
            select $1, ?::uuid, t from unnest(?::uuid[]) t
          )""",
          conversation.id().value(),
          tagIds(added));
    }
    List<TagId> removed =
        events.stream()
            .flatMap(
                e ->
                    e instanceof ConversationEvent.TagRemoved t
                        ? Stream.of(t.tag())
                        : Stream.empty())
            .toList();
    if (!removed.isEmpty()) {
      sql.add(
          """
          , untagged as (
            delete from conversation_tag
             where org_id = $1 and conversation_id = ?::uuid and tag_id = any(?::uuid[])
          )""",
          conversation.id().value(),
          tagIds(removed));
    }
  }

  private static UUID[] tagIds(List<TagId> tags) {
    return tags.stream().map(TagId::value).toArray(UUID[]::new);
  }

  private static void addAttributes(
      Sql sql, Conversation conversation, List<ConversationEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof ConversationEvent.AttributesUpdated updated) {
        UUID id = conversation.id().value();
        AttributeSql.addChanges(sql.add(", "), "conversation", id, updated.changes());
        sql.add(
            """
            , logged_attributes as (
              insert into conversation_attribute_change (org_id, conversation_id, sequence,
                  attribute_id, value)
              select $1, ?::uuid, ?::bigint, w.id, case when not w.nothing then w.value end
                from wished w
            )""",
            id,
            first(conversation, events) + i);
      }
    }
  }

  private static void addRatings(
      Sql sql, Conversation conversation, List<ConversationEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      switch (events.get(i)) {
        case ConversationEvent.RatingOffered offered ->
            RatingSql.addOffered(
                sql, conversation.id(), first(conversation, events) + i, offered.rating());
        case ConversationEvent.Rated rated -> RatingSql.addRated(sql, rated.rating());
        default -> {}
      }
    }
  }

  /** The number of the first of the events. */
  private static long first(Conversation conversation, List<ConversationEvent> events) {
    return conversation.version() - events.size() + 1;
  }

  private static void addActivity(
      Sql sql,
      Conversation conversation,
      List<ConversationEvent> events,
      UUID[] entries,
      @Nullable String origin) {
    long first = first(conversation, events);
    List<Entry> rows = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      ConversationEvent event = events.get(i);
      rows.add(new Entry(first + i, entries[i], event, ActivityRow.of(event)));
    }
    sql.add(
        """
        , activity as (
          insert into activity (org_id, conversation_id, sequence, id, at, kind, author_kind,
              author_id, about_id, details, origin)
          select $1, ?::uuid, a.sequence, a.id, a.at, a.kind, a.author_kind, a.author_id,
              a.about_id, a.details::jsonb, ?::text
            from\s""",
        conversation.id().value(),
        origin);
    GivenRows.of(rows)
        .number("sequence", Entry::sequence)
        .uuid("id", Entry::id)
        .time("at", entry -> entry.event().at())
        .text("kind", entry -> entry.row().kind())
        .text("author_kind", entry -> Codes.authorKind(entry.event().by()))
        .uuid("author_id", entry -> Codes.authorId(entry.event().by()))
        .uuid("about_id", entry -> entry.row().about())
        .text("details", entry -> text(entry.row().details()))
        .addTo(sql, "a")
        .add(")");
  }

  private record Entry(long sequence, UUID id, ConversationEvent event, ActivityRow row) {}

  private static @Nullable String text(@Nullable JsonObject json) {
    return json == null ? null : json.encode();
  }
}
