package dev.parley.persistence.conversation;

import dev.parley.application.conversation.FollowUps;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Follow-ups in PostgreSQL. */
public final class PgFollowUps implements FollowUps {
  private final PgUnitOfWork unitOfWork;

  public PgFollowUps(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<Due>> due(Instant now, int most) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, id from follow_ups_due($1, $2)", Rows.timestamp(now), most)
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Due(
                            new OrganizationId(row.getLong("org_id")),
                            new ConversationId(row.getUUID("id")))));
  }
}
