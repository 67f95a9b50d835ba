package dev.parley.persistence.event;

import dev.parley.application.event.EventPositions;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The order of the feeds, made by functions with their owner's rights. */
public final class PgEventPositions implements EventPositions {
  private final PgUnitOfWork unitOfWork;

  public PgEventPositions(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Integer> assign(int most) {
    return unitOfWork
        .acrossOrganizations("select position_events($1) as given", most)
        .map(rows -> rows.iterator().next().getInteger("given"));
  }

  @Override
  public Uni<Long> trim(Instant before, int most) {
    return unitOfWork
        .acrossOrganizations("select trim_events($1, $2) as gone", Rows.timestamp(before), most)
        .map(rows -> rows.iterator().next().getLong("gone"));
  }
}
