package dev.parley.persistence.conversation;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.Correspondence;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.attribute.AttributeSql;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions about conversations, each with one statement. */
public final class PgConversationQueries implements ConversationQueries {
  /** What is shown of a conversation {@code c}; needs {@link #VIEW_JOINS}. */
  private static final String VIEW_COLUMNS =
      ConversationRow.COLUMNS + ", e.address as endpoint_address, p.number as parent_number";

  private static final String VIEW_JOINS =
      """
       left join contact_endpoint e on e.org_id = $1 and e.id = c.endpoint_id
       left join conversation p on p.org_id = $1 and p.id = c.parent_id
      """;

  private final PgUnitOfWork unitOfWork;

  public PgConversationQueries(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<ConversationView> get(Actor actor, long number) {
    return read(
            actor,
            Sql.of(
                "select "
                    + VIEW_COLUMNS
                    + ", "
                    + AttributeSql.OF_CONVERSATION
                    + " from conversation c"
                    + VIEW_JOINS
                    + """
                     where c.org_id = $1 and c.number = ?::bigint and c.removed_at is null
                    """,
                number))
        .map(
            rows ->
                Rows.first(rows, row -> view(row, AttributeSql.views(row)))
                    .orElseThrow(PgConversationQueries::notFound));
  }

  @Override
  public Uni<List<ConversationView>> children(Actor actor, long number) {
    return partsOf(
        actor,
        Sql.of(
            "select "
                + VIEW_COLUMNS
                + """
                  from conversation o
                  left join conversation c
                    on c.org_id = $1 and c.parent_id = o.id and c.removed_at is null
                """
                + VIEW_JOINS
                + """
                 where o.org_id = $1 and o.number = ?::bigint and o.removed_at is null
                 order by c.number
                """,
            number),
        row -> view(row, null));
  }

  private static ConversationView view(Row row, @Nullable List<AttributeView> attributes) {
    return new ConversationView(
        row.getLong("number"),
        ConversationRow.toDomain(row),
        row.getString("endpoint_address"),
        row.getLong("parent_number"),
        attributes);
  }

  @Override
  public Uni<Correspondence> messages(Actor actor, long number) {
    return read(
            actor,
            Sql.of(
                "select c.channel, "
                    + MessageRow.COLUMNS
                    + """
                      from conversation c
                      left join message m on m.org_id = $1 and m.conversation_id = c.id
                     where c.org_id = $1 and c.number = ?::bigint and c.removed_at is null
                     order by m.created_at, m.id
                    """,
                number))
        .map(
            rows -> {
              List<Message> said =
                  parts(rows, MessageRow::toDomain, PgConversationQueries::notFound);
              return new Correspondence(
                  new Channel(rows.iterator().next().getString("channel")), said);
            });
  }

  @Override
  public Uni<List<InternalNote>> notes(Actor actor, long number) {
    return partsOf(
        actor,
        Sql.of(
            """
            select n.id, c.id as owner, n.author_id, n.body, n.created_at
              from conversation c
              left join note n on n.org_id = $1 and n.conversation_id = c.id
             where c.org_id = $1 and c.number = ?::bigint and c.removed_at is null
             order by n.created_at, n.id
            """,
            number),
        row ->
            new InternalNote(
                new NoteId(row.getUUID("id")),
                new ConversationId(row.getUUID("owner")),
                new AgentId(row.getUUID("author_id")),
                row.getString("body"),
                Rows.requiredInstant(row, "created_at")));
  }

  @Override
  public Uni<List<Tag>> tags(Actor actor, long number) {
    return partsOf(
        actor,
        Sql.of(
            """
            select t.id, c.id as owner, t.name, t.color, t.active
              from conversation c
              left join (conversation_tag ct
                         join tag t on t.org_id = $1 and t.id = ct.tag_id)
                on ct.org_id = $1 and ct.conversation_id = c.id
             where c.org_id = $1 and c.number = ?::bigint and c.removed_at is null
             order by t.name, t.id
            """,
            number),
        row ->
            new Tag(
                new TagId(row.getUUID("id")),
                row.getString("name"),
                row.getString("color"),
                row.getBoolean("active")));
  }

  @Override
  public Uni<Page<ConversationView>> ofContact(
      Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
    return read(actor, ofContact(contact, after, limit + 1))
        .map(
            rows ->
                parts(
                    rows,
                    row -> view(row, null),
                    () -> new DomainException(new ContactError.ContactNotFound(contact))))
        .map(
            found ->
                Page.cut(
                    found,
                    limit,
                    last ->
                        new Cursor(
                            last.conversation().createdAt(), last.conversation().id().value())));
  }

  private static Sql ofContact(ContactId contact, Optional<Cursor> after, int most) {
    Sql sql =
        Sql.of(
            "select "
                + VIEW_COLUMNS
                + """
                  from contact k
                  left join lateral (
                       select x.* from conversation x
                        where x.org_id = $1 and x.requester_id = k.id and x.removed_at is null
                """);
    after.ifPresent(
        cursor ->
            sql.add(
                " and (x.created_at, x.id) > (?::timestamptz, ?::uuid)",
                Rows.timestamp(cursor.at()),
                cursor.id()));
    return sql.add(
        " order by x.created_at, x.id limit ?::integer) c on true"
            + VIEW_JOINS
            + """
             where k.org_id = $1 and k.id = ?::uuid
             order by c.created_at, c.id
            """,
        most,
        contact.value());
  }

  @Override
  public Uni<List<ActivityEntry>> activity(Actor actor, long number) {
    return read(actor, ActivitySql.ofConversation(number))
        .map(rows -> Rows.list(rows, ActivitySql::toEntry));
  }

  @Override
  public Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int limit) {
    return read(actor, ActivitySql.ofOrganization(window, limit + 1))
        .map(rows -> Rows.list(rows, ActivitySql::toEntry))
        .map(found -> Page.cut(found, limit, last -> new Cursor(last.at(), last.id())));
  }

  private <T> Uni<List<T>> partsOf(Actor actor, Sql sql, Function<Row, T> reader) {
    return read(actor, sql).map(rows -> parts(rows, reader, PgConversationQueries::notFound));
  }

  /** No row at all: what has these does not exist. A row without id: it has none. */
  private static <T> List<T> parts(
      RowSet<Row> rows, Function<Row, T> reader, Supplier<DomainException> notFound) {
    if (rows.size() == 0) {
      throw notFound.get();
    }
    List<T> parts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (row.getUUID("id") != null) {
        parts.add(reader.apply(row));
      }
    }
    return parts;
  }

  private Uni<RowSet<Row>> read(Actor actor, Sql sql) {
    actor.require(Permission.CONVERSATIONS_READ);
    return unitOfWork.reading(actor.organization(), tx -> tx.run(sql));
  }

  private static DomainException notFound() {
    return new DomainException(new ConversationError.ConversationNotFound());
  }
}
