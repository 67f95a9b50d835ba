package dev.parley.application.hours;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleError;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Schedules of all organizations. */
public final class InMemorySchedules implements Schedules {
  private final InMemoryRows<ScheduleId, Schedule> rows;
  private final InMemoryQueues queues;

  /**
   * @param queues which know the schedules they keep to
   */
  public InMemorySchedules(InMemoryQueues queues) {
    this.rows = queues.schedules();
    this.queues = queues;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Schedule schedule) {
    return attempt(() -> rows.put(organization, schedule.id(), schedule));
  }

  @Override
  public Uni<List<Schedule>> list(OrganizationId organization) {
    return attempt(() -> rows.of(organization));
  }

  @Override
  public Uni<Schedule> get(OrganizationId organization, ScheduleId id) {
    return attempt(() -> require(organization, id));
  }

  @Override
  public Uni<Schedule> replace(OrganizationId organization, Schedule schedule) {
    return attempt(
        () -> {
          Schedule stored =
              new Schedule(
                  schedule.id(),
                  schedule.name(),
                  schedule.zone(),
                  schedule.weekly(),
                  schedule.special(),
                  require(organization, schedule.id()).createdAt());
          rows.put(organization, schedule.id(), stored);
          queues.lookAgain(organization, schedule.id());
          return stored;
        });
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, ScheduleId id) {
    return attempt(
        () -> {
          require(organization, id);
          if (queues.keepTo(organization, id)) {
            throw new DomainException(new ScheduleError.ScheduleInUse(id));
          }
          rows.remove(organization, id);
        });
  }

  private Schedule require(OrganizationId organization, ScheduleId id) {
    return rows.find(organization, id)
        .orElseThrow(() -> new DomainException(new ScheduleError.ScheduleNotFound(id)));
  }
}
