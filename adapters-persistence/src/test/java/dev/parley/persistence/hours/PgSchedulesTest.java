package dev.parley.persistence.hours;

import dev.parley.application.hours.Schedules;
import dev.parley.application.hours.SchedulesContract;
import dev.parley.application.queue.QueueDetails;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.persistence.queue.PanacheQueueDirectory;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgSchedulesTest extends PgStoreTest implements SchedulesContract {
  @Override
  public Schedules schedules() {
    return new PgSchedules(pgUnitOfWork());
  }

  @Override
  public void add(OrganizationId organization, Queue queue) {
    await(
        new PanacheQueueDirectory(rowTransactions(), pgUnitOfWork())
            .add(organization, new QueueDetails(queue, Map.of())));
  }
}
