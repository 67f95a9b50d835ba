package dev.parley.application.queue;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.hours.InMemorySchedules;
import dev.parley.application.hours.Schedules;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryQueuesTest implements QueuesContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryAgents agents = new InMemoryAgents(numbers, new InMemoryContacts(numbers));
  private final InMemoryQueues queues = new InMemoryQueues(numbers, agents);

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public QueueDirectory directory() {
    return queues;
  }

  @Override
  public AgentDirectory agents() {
    return agents;
  }

  @Override
  public Schedules schedules() {
    return new InMemorySchedules(queues);
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
