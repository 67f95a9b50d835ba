package dev.parley.application.agent;

import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryAgentsTest implements AgentsContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryContacts contacts = new InMemoryContacts(numbers);
  private final InMemoryAgents agents = new InMemoryAgents(numbers, contacts);

  @Override
  public Agents agents() {
    return agents;
  }

  @Override
  public AgentDirectory directory() {
    return agents;
  }

  @Override
  public ContactDirectory contacts() {
    return contacts;
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
