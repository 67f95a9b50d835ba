package dev.parley.persistence.agent;

import dev.parley.application.agent.Presences;
import dev.parley.application.agent.PresencesContract;
import dev.parley.application.team.Teams;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import dev.parley.persistence.team.PgTeams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgPresencesTest extends PgStoreTest implements PresencesContract {
  @Override
  public Presences presences() {
    return new PgPresences(pgUnitOfWork());
  }

  @Override
  public void add(OrganizationId organization, Agent agent) {
    await(new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork()).add(organization, agent));
  }

  @Override
  public Teams teams() {
    return new PgTeams(pgUnitOfWork());
  }
}
