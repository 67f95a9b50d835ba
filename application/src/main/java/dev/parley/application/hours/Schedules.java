package dev.parley.application.hours;

import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The schedules of an organization. Each call is a transaction. */
public interface Schedules {
  Uni<Void> add(OrganizationId organization, Schedule schedule);

  /** Oldest first. */
  Uni<List<Schedule>> list(OrganizationId organization);

  /**
   * @return fails with {@code ScheduleNotFound}
   */
  Uni<Schedule> get(OrganizationId organization, ScheduleId id);

  /**
   * Stores the schedule in place of the one with its id, which keeps its moment of creation. Queues
   * that keep to it look again whether they are open.
   *
   * @return fails with {@code ScheduleNotFound}
   */
  Uni<Schedule> replace(OrganizationId organization, Schedule schedule);

  /**
   * @return fails with {@code ScheduleNotFound}, with {@code ScheduleInUse} when a queue keeps to
   *     it
   */
  Uni<Void> remove(OrganizationId organization, ScheduleId id);
}
