package dev.parley.application.hours;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDetails;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import java.util.Map;

class InMemorySchedulesTest implements SchedulesContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryQueues queues =
      new InMemoryQueues(numbers, new InMemoryAgents(numbers, new InMemoryContacts(numbers)));
  private final InMemorySchedules schedules = new InMemorySchedules(queues);

  @Override
  public Schedules schedules() {
    return schedules;
  }

  @Override
  public void add(OrganizationId organization, Queue queue) {
    await(queues.add(organization, new QueueDetails(queue, Map.of())));
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new ImmediateUnitOfWork();
  }

  @Override
  public OrganizationId here() {
    return new OrganizationId(1);
  }

  @Override
  public OrganizationId elsewhere() {
    return new OrganizationId(2);
  }
}
