package dev.parley.application.channel;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryContactEndpointsTest implements ContactEndpointsContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryQueues queues =
      new InMemoryQueues(numbers, new InMemoryAgents(numbers, new InMemoryContacts(numbers)));
  private final InMemoryContactEndpoints endpoints = new InMemoryContactEndpoints(numbers, queues);

  @Override
  public ContactEndpoints endpoints() {
    return endpoints;
  }

  @Override
  public EndpointDirectory directory() {
    return endpoints;
  }

  @Override
  public QueueDirectory queues() {
    return queues;
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
