package dev.parley.persistence.conversation;

import dev.parley.application.event.Event;
import dev.parley.application.event.Event.Detail;
import dev.parley.application.event.Event.Person;
import dev.parley.application.event.Event.QueueName;
import dev.parley.application.event.EventReader;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Role;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Direction;
import dev.parley.persistence.attribute.AttributeSql;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events with the words they refer to, each question one statement. */
public final class PgEventReader implements EventReader {
  /** The first of a contact's addresses. */
  private static final String CONTACT_COLUMNS =
      """
      , %1$s.id as %1$s_id, %1$s.display_name as %1$s_name,
        (select x.email from contact_email x where x.org_id = $1 and x.contact_id = %1$s.id
          order by x.position limit 1) as %1$s_email,
        (select x.phone_number from contact_phone x where x.org_id = $1 and x.contact_id = %1$s.id
          order by x.position limit 1) as %1$s_phone
      """;

  private static final String AGENT_COLUMNS =
      """
      , %1$s.id as %1$s_id, %1$s.display_name as %1$s_name, %1$s.email as %1$s_email,
        %1$s.phone_number as %1$s_phone, %1$s.roles as %1$s_roles
      """;

  private static final String SELECT =
      "select "
          + MessageRow.COLUMNS
          + """
          , e.id as event_id, e.position, e.type, e.at as event_at, e.about_id,
            o.org_id as organization, o.public_id, o.name as organization_name,
            c.number, c.channel, c.direction as begun_by, c.state, c.snoozed_until, c.subject,
            c.created_at as begun_at, q.id as queue_id, q.name as queue_name,
            coalesce(p.address, c.endpoint_id::text) as contact_point,
            array(select t.name from conversation_tag ct
                    join tag t on t.org_id = $1 and t.id = ct.tag_id
                   where ct.org_id = $1 and ct.conversation_id = c.id
                   order by t.name) as tags,
            n.id as note_id, n.body as note_text, n.created_at as noted_at, g.name as tag_name,
            r.score, r.comment,
            (select jsonb_agg(jsonb_build_object('id', x.attribute_id,
                        'select', d.input -> 'options' is not null, 'value', x.value))
               from conversation_attribute_change x
               join custom_attribute d on d.org_id = $1 and d.id = x.attribute_id
              where x.org_id = $1 and e.type = 'conversation_custom_attribute_updated'
                and x.conversation_id = e.conversation_id
                and x.sequence = e.sequence) as attribute_changes
          """
          + CONTACT_COLUMNS.formatted("requester")
          + AGENT_COLUMNS.formatted("assignee")
          + CONTACT_COLUMNS.formatted("by_contact")
          + AGENT_COLUMNS.formatted("by_agent")
          + CONTACT_COLUMNS.formatted("from_contact")
          + AGENT_COLUMNS.formatted("from_agent")
          + AGENT_COLUMNS.formatted("pender")
          + """
            from event e
            join organization o on o.org_id = $1
            join conversation c on c.org_id = $1 and c.id = e.conversation_id
            join contact requester on requester.org_id = $1 and requester.id = c.requester_id
            left join activity a on a.org_id = $1 and a.conversation_id = e.conversation_id
             and a.sequence = e.sequence
            left join queue q on q.org_id = $1 and q.id = c.queue_id
            left join contact_endpoint p on p.org_id = $1 and p.id = c.endpoint_id
            left join message m on m.org_id = $1 and m.id = e.about_id
            left join note n on n.org_id = $1 and n.id = e.about_id
            left join rating r on r.org_id = $1 and r.id = e.about_id
            left join tag g on g.org_id = $1 and g.id = e.about_id
            left join agent assignee on assignee.org_id = $1 and assignee.id = c.agent_id
             and c.assignment = 'assigned'
            left join contact by_contact on by_contact.org_id = $1 and by_contact.id = a.author_id
            left join agent by_agent on by_agent.org_id = $1 and by_agent.id = a.author_id
            left join contact from_contact on from_contact.org_id = $1
             and from_contact.id = m.author_id
            left join agent from_agent on from_agent.org_id = $1 and from_agent.id = m.author_id
            left join agent pender on pender.org_id = $1
             and e.type = 'conversation_pending_expired'
             and pender.id = (select s.author_id from activity s
                               where s.org_id = $1 and s.conversation_id = e.conversation_id
                                 and s.sequence < e.sequence and s.kind = 'set_aside'
                               order by s.sequence desc limit 1)
           where e.org_id = $1
          """;

  @Override
  public Uni<List<Event>> after(Transaction tx, long position, int most) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(SELECT)
                .add(
                    " and e.position > ?::bigint order by e.position limit ?::integer",
                    position,
                    most))
        .map(rows -> Rows.list(rows, PgEventReader::event));
  }

  @Override
  public Uni<Optional<Event>> find(Transaction tx, UUID event) {
    return PgTransaction.of(tx)
        .run(Sql.of(SELECT).add(" and e.id = ?::uuid and e.position is not null", event))
        .map(rows -> Rows.first(rows, PgEventReader::event));
  }

  /** Anonymization begins with the conversation's row, and ends a contact with the contact's. */
  @Override
  public Uni<Void> lock(Transaction tx, UUID event) {
    PgTransaction pg = PgTransaction.of(tx);
    Uni<?> conversation =
        pg.run(
            Sql.of(
                """
                select c.id from event e
                  join conversation c on c.org_id = $1 and c.id = e.conversation_id
                 where e.org_id = $1 and e.id = ?::uuid
                   for share of c
                """,
                event));
    Uni<?> contacts =
        pg.run(
            Sql.of(
                """
                select k.id from contact k
                 where k.org_id = $1 and k.id in (
                         select c.requester_id from event e
                           join conversation c on c.org_id = $1 and c.id = e.conversation_id
                          where e.org_id = $1 and e.id = ?::uuid
                          union all
                         select m.author_id from event e
                           join message m on m.org_id = $1 and m.id = e.about_id
                          where e.org_id = $1 and e.id = ?::uuid)
                 order by k.id
                   for share of k
                """,
                event,
                event));
    return conversation.chain(() -> contacts).replaceWithVoid();
  }

  private static Event event(Row row) {
    UUID queue = row.getUUID("queue_id");
    return new Event(
        row.getUUID("event_id"),
        row.getLong("position"),
        Code.parse(EventType.class, row.getString("type")),
        Rows.requiredInstant(row, "event_at"),
        new Organization(
            new OrganizationId(row.getLong("organization")),
            row.getUUID("public_id"),
            row.getString("organization_name")),
        new Event.Subject(
            row.getLong("number"),
            new Channel(row.getString("channel")),
            ConversationRow.state(row),
            Codes.parse(Direction.class, row.getString("begun_by")),
            queue == null ? null : new QueueName(queue, row.getString("queue_name")),
            row.getString("contact_point"),
            Objects.requireNonNull(contact(row, "requester")),
            agent(row, "assignee"),
            row.getString("subject"),
            List.of(row.getArrayOfStrings("tags")),
            Rows.requiredInstant(row, "begun_at")),
        either(row, "by"),
        detail(row));
  }

  private static Detail detail(Row row) {
    if (row.getUUID("id") != null) {
      Person author = either(row, "from");
      return new Detail.OfMessage(
          MessageRow.toDomain(row),
          author == null
              ? new Person(
                  Codes.author(row.getString("author_kind"), row.getUUID("author_id")),
                  null,
                  null,
                  null,
                  Set.of())
              : author);
    }
    return switch (Code.parse(EventType.class, row.getString("type"))) {
      case CONVERSATION_NOTE_ADDED ->
          new Detail.OfNote(
              new NoteId(row.getUUID("about_id")),
              row.getString("note_text"),
              Rows.instant(row, "noted_at"));
      case CONVERSATION_TAG_ADDED, CONVERSATION_TAG_REMOVED ->
          new Detail.OfTag(
              row.getUUID("about_id"), Objects.requireNonNullElse(row.getString("tag_name"), ""));
      case CONVERSATION_RATED ->
          row.getInteger("score") == null
              ? new Detail.None()
              : new Detail.OfRating(row.getInteger("score"), row.getString("comment"));
      case CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED -> {
        JsonArray changes = row.getJsonArray("attribute_changes");
        yield new Detail.OfAttributes(changes == null ? List.of() : AttributeSql.changes(changes));
      }
      case CONVERSATION_PENDING_EXPIRED -> {
        Person agent = agent(row, "pender");
        yield agent == null ? new Detail.None() : new Detail.PendingBy(agent);
      }
      default -> new Detail.None();
    };
  }

  private static @Nullable Person either(Row row, String prefix) {
    Person agent = agent(row, prefix + "_agent");
    return agent == null ? contact(row, prefix + "_contact") : agent;
  }

  private static @Nullable Person contact(Row row, String prefix) {
    return person(row, prefix, "contact", Set.of());
  }

  private static @Nullable Person agent(Row row, String prefix) {
    return row.getUUID(prefix + "_id") == null
        ? null
        : person(
            row,
            prefix,
            "agent",
            Arrays.stream(row.getArrayOfStrings(prefix + "_roles"))
                .map(code -> Code.parse(Role.class, code))
                .collect(Collectors.toSet()));
  }

  private static @Nullable Person person(Row row, String prefix, String kind, Set<Role> roles) {
    UUID id = row.getUUID(prefix + "_id");
    return id == null
        ? null
        : new Person(
            Codes.author(kind, id),
            row.getString(prefix + "_name"),
            row.getString(prefix + "_email"),
            row.getString(prefix + "_phone"),
            roles);
  }
}
