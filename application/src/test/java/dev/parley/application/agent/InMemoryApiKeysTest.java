package dev.parley.application.agent;

import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryApiKeysTest implements ApiKeysContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryAgents agents = new InMemoryAgents(numbers, new InMemoryContacts(numbers));
  private final InMemoryApiKeys keys = new InMemoryApiKeys(agents);

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public Credentials credentials() {
    return keys;
  }

  @Override
  public KeysInForce keysInForce() {
    return keys;
  }

  @Override
  public AgentDirectory agents() {
    return agents;
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
