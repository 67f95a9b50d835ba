package dev.parley.persistence.support;

import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Instances;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.data.Interval;
import java.time.Duration;

/** The processes at work, by the database's clock. */
public final class PgInstances implements Instances {
  private final PgUnitOfWork unitOfWork;
  private final InstanceId self;

  public PgInstances(PgUnitOfWork unitOfWork, InstanceId self) {
    this.unitOfWork = unitOfWork;
    this.self = self;
  }

  @Override
  public Uni<Long> report(Duration patience) {
    return report(patience, false);
  }

  @Override
  public Uni<Long> reportAlone() {
    return report(Duration.ZERO, true);
  }

  private Uni<Long> report(Duration patience, boolean alone) {
    return unitOfWork
        .acrossOrganizations(
            "select report_instance($1, $2, $3) as freed",
            self.value(),
            Interval.of(patience),
            alone)
        .map(rows -> rows.iterator().next().getLong("freed"));
  }
}
