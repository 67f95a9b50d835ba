package dev.parley.persistence.search;

import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.PlainText;
import dev.parley.application.search.TextQuery;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Searches PostgreSQL, with one statement. */
public final class PgConversationSearch implements ConversationSearch {
  /** How many texts with a word are looked at, the newest. */
  private static final int CANDIDATES = 1_000;

  /** As above, where a filter will take some of them away. */
  private static final int CANDIDATES_TO_FILTER = 10_000;

  private final PgUnitOfWork unitOfWork;
  private final InstantSource clock;

  public PgConversationSearch(PgUnitOfWork unitOfWork, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Uni<Found> find(Actor actor, Query query, Optional<Place> after, int limit) {
    actor.require(Permission.CONVERSATIONS_READ);
    TextQuery text = query.text();
    return text == null
        ? run(actor, newest(query, after, limit + 1))
            .map(rows -> Found.cut(Rows.list(rows, PgConversationSearch::hit), limit))
        : run(actor, best(text, query, after, limit + 1))
            .map(rows -> Found.cut(new Hits(text).of(rows), limit));
  }

  private Uni<RowSet<Row>> run(Actor actor, Sql sql) {
    return unitOfWork.reading(actor.organization(), tx -> tx.run(sql));
  }

  private Sql newest(Query query, Optional<Place> after, int limit) {
    Sql sql =
        Sql.of(
            """
            select c.number, c.id, c.created_at from conversation c
             where c.org_id = $1 and c.removed_at is null""");
    ConditionSql.add(sql, query.filter(), clock.instant());
    after.ifPresent(
        place ->
            sql.add(
                " and (c.created_at, c.id) < (?::timestamptz, ?::uuid)",
                Rows.timestamp(Instant.ofEpochMilli(place.rank())),
                place.id()));
    return sql.add(" order by c.created_at desc, c.id desc limit ?::integer", limit);
  }

  private static ConversationHit hit(Row row) {
    return new ConversationHit(
        new Place(Rows.requiredInstant(row, "created_at").toEpochMilli(), row.getUUID("id")),
        row.getLong("number"),
        null,
        List.of());
  }

  /**
   * One row per text that is to be shown, those of a conversation together and the best first. With
   * each come the words of all these texts that are forms of those asked for; a stem differs from
   * its word in the last letter at most, so only words that begin alike are stemmed. Conversations
   * and texts are looked up one by one: to read all of an organization's takes ever longer.
   */
  private Sql best(TextQuery text, Query query, Optional<Place> after, int limit) {
    String[] words = text.words().toArray(String[]::new);
    String[] spellings = text.spellings().toArray(String[]::new);
    boolean filtered = !query.filter().conditions().isEmpty();
    Sql sql =
        Sql.of(
            """
            with best as (
              select f.conversation_id, max(f.score) as score,
                     array_agg(f.id order by f.score desc, f.id desc) as documents
                from search_documents(?::text[], ?::text[], ?::boolean, ?::integer, ?::integer) f
               group by f.conversation_id
            ), page as (
              select c.id, c.number, c.subject, b.score, b.documents[1] as place,
                     c.id || (array_remove(b.documents, c.id))[1:?::integer] as texts
                from best b
               cross join lateral (
                 select * from conversation c
                  where c.org_id = $1 and c.id = b.conversation_id limit 1) c
               where c.removed_at is null""",
            words,
            spellings,
            text.exact(),
            filtered ? CANDIDATES_TO_FILTER : CANDIDATES,
            filtered || after.isPresent() ? null : limit,
            query.messages() ? MESSAGES_MAX : 0);
    ConditionSql.add(sql, query.filter(), clock.instant());
    after.ifPresent(
        place ->
            sql.add(
                " and (b.score, b.documents[1]) < (?::integer, ?::uuid)",
                (int) place.rank(),
                place.id()));
    return sql.add(
        """
         order by b.score desc, b.documents[1] desc limit ?::integer
        ), shown as materialized (
          select p.*, t.text, t.place_in_hit, d.words
            from page p
           cross join unnest(p.texts) with ordinality t(text, place_in_hit)
            left join lateral (
              select d.words from search_document d
               where d.org_id = $1 and d.id = t.text limit 1) d on true
        ), asked as materialized (
          select array(
              select f from unnest(?::text[] || ?::text[]) w, unnest(search_forms(w)) f) as forms
        ), found as materialized (
          select array(
              select w
                from (select distinct w from shown s, unnest(tsvector_to_array(s.words)) w
                       where w like any (array(
                         select left(f, greatest(length(f) - 1, 1)) || '%'
                           from asked a, unnest(a.forms) f))) w(w)
               where search_forms(w) && (select a.forms from asked a)) as words
        )
        select s.number, s.score, s.place, s.subject, m.id as message, m.format,
               left(m.body, ?::integer) as body, f.words as found
          from found f
          cross join shown s
          left join message m on m.org_id = $1 and m.id = s.text
         order by s.score desc, s.place desc, s.place_in_hit
        """,
        limit, words, spellings, PlainText.READ_MAX);
  }
}
