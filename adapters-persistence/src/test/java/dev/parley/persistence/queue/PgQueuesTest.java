package dev.parley.persistence.queue;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.hours.Schedules;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.queue.Queues;
import dev.parley.application.queue.QueuesContract;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.hours.PgSchedules;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgQueuesTest extends PgStoreTest implements QueuesContract {
  @Override
  public Queues queues() {
    return new PgQueues();
  }

  @Override
  public QueueDirectory directory() {
    return new PanacheQueueDirectory(rowTransactions(), pgUnitOfWork());
  }

  @Override
  public AgentDirectory agents() {
    return new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork());
  }

  @Override
  public Schedules schedules() {
    return new PgSchedules(pgUnitOfWork());
  }
}
