package dev.parley.bootstrap.wiring;

import dev.parley.application.hours.ScheduleAdministration;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Wakeups;
import dev.parley.persistence.hours.PgSchedules;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class HoursWiring {
  @Produces
  @Singleton
  ScheduleAdministration administration(
      PgUnitOfWork unitOfWork, IdSource ids, InstantSource clock, Wakeups wakeups) {
    return new ScheduleAdministration(new PgSchedules(unitOfWork), ids, clock, wakeups);
  }
}
