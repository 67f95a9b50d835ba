package dev.parley.persistence.rating;

import dev.parley.application.rating.Ratings;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.rating.Surveys;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Ratings as facts for decisions. */
public final class PgRatings implements Ratings {
  @Override
  public Uni<Surveys> of(Transaction tx, long conversation) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select "
                    + RatingSql.COLUMNS
                    + """
                      from rating r
                     where r.org_id = $1
                       and r.conversation_id = (select c.id from conversation c
                                                 where c.org_id = $1 and c.number = ?::bigint)
                     order by r.sequence
                    """,
                conversation))
        .map(rows -> new Surveys(Rows.list(rows, RatingSql::toDomain)));
  }

  @Override
  public Uni<Optional<AgentId>> likelyAgent(Transaction tx, long conversation) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select coalesce(
                         (select a.about_id from activity a
                           where a.org_id = $1 and a.conversation_id = c.id
                             and a.kind = 'assigned'
                           order by a.sequence desc limit 1),
                         (select m.author_id from message m
                           where m.org_id = $1 and m.conversation_id = c.id
                             and m.author_kind = 'agent'
                           order by m.created_at desc, m.id desc limit 1)) as agent
                  from conversation c
                 where c.org_id = $1 and c.number = ?::bigint
                """,
                conversation))
        .map(
            rows ->
                Rows.first(rows, row -> Optional.ofNullable(row.getUUID("agent")))
                    .flatMap(found -> found)
                    .map(AgentId::new));
  }
}
