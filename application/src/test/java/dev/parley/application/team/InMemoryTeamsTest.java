package dev.parley.application.team;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.OrganizationId;

class InMemoryTeamsTest implements TeamsContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryAgents agents = new InMemoryAgents(numbers, new InMemoryContacts(numbers));
  private final InMemoryTeams teams = new InMemoryTeams(agents);

  @Override
  public void add(OrganizationId organization, Agent agent) {
    await(agents.add(organization, agent));
  }

  @Override
  public Teams teams() {
    return teams;
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
