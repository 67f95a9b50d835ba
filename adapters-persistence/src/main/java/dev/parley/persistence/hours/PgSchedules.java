package dev.parley.persistence.hours;

import dev.parley.application.hours.Schedules;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleError;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;

/** Schedules of business hours, each one row. */
public final class PgSchedules implements Schedules {
  private final PgUnitOfWork unitOfWork;

  public PgSchedules(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Schedule schedule) {
    return change(
            organization,
            Sql.of(
                """
                insert into business_hours (org_id, id, name, zone, hours, created_at)
                values ($1, ?::uuid, ?::text, ?::text, ?::jsonb, ?::timestamptz)
                """,
                schedule.id().value(),
                schedule.name(),
                schedule.zone().getId(),
                ScheduleJson.write(schedule),
                Rows.timestamp(schedule.createdAt())))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Schedule>> list(OrganizationId organization) {
    return read(
            organization,
            Sql.of(
                "select "
                    + ScheduleJson.COLUMNS
                    + " from business_hours b where b.org_id = $1 order by b.created_at, b.id"))
        .map(rows -> Rows.list(rows, ScheduleJson::toDomain));
  }

  @Override
  public Uni<Schedule> get(OrganizationId organization, ScheduleId id) {
    return read(
            organization,
            Sql.of(
                "select "
                    + ScheduleJson.COLUMNS
                    + " from business_hours b where b.org_id = $1 and b.id = ?::uuid",
                id.value()))
        .map(rows -> Rows.first(rows, ScheduleJson::toDomain).orElseThrow(() -> notFound(id)));
  }

  @Override
  public Uni<Schedule> replace(OrganizationId organization, Schedule schedule) {
    return change(
            organization,
            Sql.of(
                """
                with awake as (
                  update queue set rest_until = null
                   where org_id = $1 and business_hours_id = ?::uuid and rest_until is not null
                )
                update business_hours b set name = ?::text, zone = ?::text, hours = ?::jsonb
                 where b.org_id = $1 and b.id = ?::uuid
                returning"""
                    + " "
                    + ScheduleJson.COLUMNS,
                schedule.id().value(),
                schedule.name(),
                schedule.zone().getId(),
                ScheduleJson.write(schedule),
                schedule.id().value()))
        .map(
            rows ->
                Rows.first(rows, ScheduleJson::toDomain)
                    .orElseThrow(() -> notFound(schedule.id())));
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, ScheduleId id) {
    return change(
            organization,
            Sql.of("delete from business_hours where org_id = $1 and id = ?::uuid", id.value()))
        .onFailure(PgFailures.breaks("queue_business_hours"))
        .transform(_ -> new DomainException(new ScheduleError.ScheduleInUse(id)))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw notFound(id);
              }
            })
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> read(OrganizationId organization, Sql sql) {
    return unitOfWork.reading(organization, tx -> tx.run(sql));
  }

  private Uni<RowSet<Row>> change(OrganizationId organization, Sql sql) {
    return unitOfWork.inTransaction(organization, tx -> PgTransaction.of(tx).run(sql));
  }

  private static DomainException notFound(ScheduleId id) {
    return new DomainException(new ScheduleError.ScheduleNotFound(id));
  }
}
