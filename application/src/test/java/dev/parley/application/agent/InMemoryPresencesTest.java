package dev.parley.application.agent;

import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.team.InMemoryTeams;
import dev.parley.application.team.Teams;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.OrganizationId;

class InMemoryPresencesTest implements PresencesContract {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryAgents agents = new InMemoryAgents(numbers, new InMemoryContacts(numbers));
  private final InMemoryTeams teams = new InMemoryTeams(agents);
  private final InMemoryPresences presences = new InMemoryPresences(agents, teams);

  @Override
  public Presences presences() {
    return presences;
  }

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
