package dev.parley.persistence.rating;

import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.RatingView;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Answers questions about ratings, each with one statement. */
public final class PgRatingQueries implements RatingQueries {
  private final PgUnitOfWork unitOfWork;

  public PgRatingQueries(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<RatingView>> ofConversation(Actor actor, long conversation) {
    actor.require(Permission.CONVERSATIONS_READ);
    return unitOfWork
        .reading(
            actor.organization(),
            tx ->
                tx.run(
                    Sql.of(
                        "select c.channel, "
                            + RatingSql.COLUMNS
                            + """
                              from conversation c
                              left join rating r on r.org_id = $1 and r.conversation_id = c.id
                             where c.org_id = $1 and c.number = ?::bigint
                               and c.removed_at is null
                             order by r.sequence
                            """,
                        conversation)))
        .map(PgRatingQueries::views);
  }

  /** No row at all: no such conversation. A row without id: it has no ratings. */
  private static List<RatingView> views(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new DomainException(new ConversationError.ConversationNotFound());
    }
    List<RatingView> views = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (row.getUUID("id") != null) {
        views.add(new RatingView(RatingSql.toDomain(row), new Channel(row.getString("channel"))));
      }
    }
    return views;
  }
}
