package dev.parley.persistence.team;

import dev.parley.application.team.Teams;
import dev.parley.application.team.TeamsContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgTeamsTest extends PgStoreTest implements TeamsContract {
  @Override
  public Teams teams() {
    return new PgTeams(pgUnitOfWork());
  }

  @Override
  public void add(OrganizationId organization, Agent agent) {
    await(new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork()).add(organization, agent));
  }
}
