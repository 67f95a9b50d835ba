package dev.parley.persistence.support;

import dev.parley.application.shared.Backlog;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts what waits in PostgreSQL, by the indexes that find the work itself. */
public final class PgBacklog implements Backlog {
  private static final int MILLIS = 1000;

  private final PgUnitOfWork unitOfWork;

  public PgBacklog(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<Waiting>> at(Instant now) {
    return unitOfWork
        .acrossOrganizations("select * from backlog($1)", Rows.timestamp(now))
        .map(rows -> Rows.list(rows, PgBacklog::waiting));
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        row.getString("work"),
        row.getString("channel"),
        row.getLong("waiting"),
        row.getLong("parked"),
        Duration.ofMillis(Math.round(row.getDouble("oldest_seconds") * MILLIS)),
        row.getInteger("attempts"));
  }
}
