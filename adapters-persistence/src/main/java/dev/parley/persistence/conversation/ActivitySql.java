package dev.parley.persistence.conversation;

import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.application.conversation.ConversationQueries.ActivityWindow;
import dev.parley.application.shared.Cursor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Author;
import dev.parley.persistence.attribute.AttributeSql;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads the activity log and looks up the words it only refers to; those of an agent who is none
 * any more with the contact.
 */
final class ActivitySql {
  private static final String SELECT =
      """
      select a.id, c.number, a.at, a.kind, a.author_kind, a.author_id, a.about_id, a.details,
             coalesce(ag.display_name, k.display_name) as author_name,
             coalesce(ag.email, (select e.email from contact_email e
                                  where e.org_id = $1 and e.contact_id = k.id
                                  order by e.position limit 1)) as author_email,
             coalesce(ag.phone_number, (select p.phone_number from contact_phone p
                                         where p.org_id = $1 and p.contact_id = k.id
                                         order by p.position limit 1)) as author_phone,
             c.subject, coalesce(n.body, '') as note, coalesce(t.name, '') as tag,
             q.id as queue_id, q.name as queue_name,
             coalesce(b.display_name, bk.display_name) as agent_name, b.email as agent_email,
             b.phone_number as agent_phone,
             coalesce(f.display_name, fk.display_name) as from_agent, m.delivery_reason,
             m.envelope -> 'from' ->> 'email' as from_address, l.number as linked,
             (select jsonb_agg(jsonb_build_object('id', x.attribute_id,
                         'select', d.input -> 'options' is not null, 'value', x.value)
                       order by d.created_at, d.id)
                from conversation_attribute_change x
                join custom_attribute d on d.org_id = $1 and d.id = x.attribute_id
               where a.kind = 'attributes_updated' and x.org_id = $1
                 and x.conversation_id = a.conversation_id
                 and x.sequence = a.sequence) as attribute_changes,
             r.agent_id as rated_agent, r.user_id as rating_user, r.score, r.comment,
             u.display_name as user_name,
             (select e.email from contact_email e
               where e.org_id = $1 and e.contact_id = u.id order by e.position limit 1)
               as user_email,
             (select p.phone_number from contact_phone p
               where p.org_id = $1 and p.contact_id = u.id order by p.position limit 1)
               as user_phone
        from activity a
        join conversation c on c.org_id = $1 and c.id = a.conversation_id and c.removed_at is null
        left join agent ag on ag.org_id = $1 and ag.id = a.author_id
        left join contact k on k.org_id = $1 and k.id = a.author_id
        left join note n on n.org_id = $1 and n.id = a.about_id
        left join tag t on t.org_id = $1 and t.id = a.about_id
        left join rating r on r.org_id = $1 and r.id = a.about_id
        left join contact u on u.org_id = $1 and u.id = r.user_id
        left join agent b on b.org_id = $1 and b.id = coalesce(r.agent_id, a.about_id)
        left join contact bk on bk.org_id = $1 and bk.id = coalesce(r.agent_id, a.about_id)
        left join agent f on f.org_id = $1 and f.id = (a.details ->> 'fromAgent')::uuid
        left join contact fk on fk.org_id = $1 and fk.id = (a.details ->> 'fromAgent')::uuid
        left join conversation l on l.org_id = $1 and l.id = a.about_id
        left join message m on m.org_id = $1 and m.id = a.about_id
        left join queue q on q.org_id = $1 and q.id = coalesce((a.details ->> 'queue')::uuid,
               (a.details ->> 'fromQueue')::uuid, a.about_id)
       where a.org_id = $1 and a.kind not in ('queued', 'resumed', 'anonymized')
      """;

  private ActivitySql() {}

  static Sql ofConversation(long number) {
    return Sql.of(SELECT)
        .add(
            """
               and a.conversation_id =
                     (select x.id from conversation x
                       where x.org_id = $1 and x.number = ?::bigint)
             order by a.sequence
            """,
            number);
  }

  static Sql ofOrganization(ActivityWindow window, int limit) {
    Sql sql = Sql.of(SELECT);
    if (window.from() != null) {
      sql.add(" and a.at >= ?::timestamptz", Rows.timestamp(window.from()));
    }
    if (window.to() != null) {
      sql.add(" and a.at < ?::timestamptz", Rows.timestamp(window.to()));
    }
    if (window.after().isPresent()) {
      Cursor after = window.after().get();
      sql.add(
          " and (a.at, a.id) > (?::timestamptz, ?::uuid)", Rows.timestamp(after.at()), after.id());
    }
    return sql.add(" order by a.at, a.id limit ?::integer", limit);
  }

  static ActivityEntry toEntry(Row row) {
    Author author = Codes.author(row.getString("author_kind"), row.getUUID("author_id"));
    return new ActivityEntry(
        row.getUUID("id"),
        row.getLong("number"),
        Rows.requiredInstant(row, "at"),
        new Person(
            author,
            row.getString("author_name"),
            row.getString("author_email"),
            row.getString("author_phone")),
        activity(row));
  }

  private static Activity activity(Row row) {
    return switch (row.getString("kind")) {
      case "started" -> new Activity.Started(row.getString("subject"));
      case "message_added" ->
          new Activity.MessageAdded(message(row), row.getString("from_address"));
      case "note_added" -> new Activity.NoteAdded(row.getString("note"));
      case "tag_added" -> new Activity.TagAdded(row.getString("tag"));
      case "tag_removed" -> new Activity.TagRemoved(row.getString("tag"));
      case "offered" ->
          new Activity.Offered(
              agent(row),
              UUID.fromString(details(row).getString("queue")),
              Objects.requireNonNullElse(row.getString("queue_name"), ""),
              Instant.parse(details(row).getString("until")));
      case "offer_accepted" -> new Activity.OfferAccepted();
      case "offer_timed_out" -> new Activity.OfferTimedOut();
      case "claimed" -> claimed(row);
      case "assigned" ->
          new Activity.Assigned(new AgentId(row.getUUID("about_id")), row.getString("agent_name"));
      case "unassigned" -> new Activity.Unassigned(agent(row));
      case "transfer_initiated" ->
          new Activity.TransferInitiated(row.getUUID("about_id"), row.getString("queue_name"));
      case "transferred" ->
          new Activity.Transferred(row.getUUID("about_id"), row.getString("queue_name"));
      case "follow_up_added" ->
          new Activity.FollowUpAdded(Instant.parse(details(row).getString("until")));
      case "follow_up_removed" -> new Activity.FollowUpRemoved();
      case "follow_up_expired" -> new Activity.FollowUpExpired();
      case "set_aside" -> new Activity.SetAside();
      case "reopened" -> new Activity.Reopened();
      case "closed" -> new Activity.Closed();
      case "rating_offered" ->
          new Activity.RatingOffered(
              agent(row, row.getUUID("rated_agent")),
              new Person(
                  new Author.ByContact(new ContactId(row.getUUID("rating_user"))),
                  row.getString("user_name"),
                  row.getString("user_email"),
                  row.getString("user_phone")));
      case "rated" ->
          new Activity.Rated(
              agent(row, row.getUUID("rated_agent")),
              row.getShort("score"),
              row.getString("comment"));
      case "attributes_updated" ->
          new Activity.AttributesUpdated(
              AttributeSql.changes(row.getJsonArray("attribute_changes")));
      case "linked_to_parent" ->
          new Activity.LinkedToParent(row.getLong("number"), row.getLong("linked"), linkType(row));
      case "linked_from_child" ->
          new Activity.LinkedFromChild(row.getLong("linked"), row.getLong("number"), linkType(row));
      case "delivery_failed" ->
          new Activity.DeliveryFailed(
              message(row), details(row).getString("code"), row.getString("delivery_reason"));
      case "message_redacted" ->
          new Activity.MessageRedacted(
              message(row), details(row).getBoolean("text"), details(row).getInteger("files"));
      case String other -> throw new IllegalStateException("unknown activity " + other);
    };
  }

  private static Activity claimed(Row row) {
    boolean fromAgent = row.getString("from_agent") != null;
    return new Activity.Claimed(
        row.getString("from_agent"), fromAgent ? null : row.getString("queue_name"));
  }

  private static Person agent(Row row) {
    return agent(row, row.getUUID("about_id"));
  }

  private static Person agent(Row row, UUID id) {
    return new Person(
        new Author.ByAgent(new AgentId(id)),
        row.getString("agent_name"),
        row.getString("agent_email"),
        row.getString("agent_phone"));
  }

  private static ConversationLink.Type linkType(Row row) {
    return Codes.parse(ConversationLink.Type.class, details(row).getString("link"));
  }

  private static MessageId message(Row row) {
    return new MessageId(row.getUUID("about_id"));
  }

  private static JsonObject details(Row row) {
    return row.getJsonObject("details");
  }
}
