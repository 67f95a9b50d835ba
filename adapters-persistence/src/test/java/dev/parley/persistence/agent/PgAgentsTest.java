package dev.parley.persistence.agent;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.agent.Agents;
import dev.parley.application.agent.AgentsContract;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgAgentsTest extends PgStoreTest implements AgentsContract {
  @Override
  public Agents agents() {
    return new PgAgents();
  }

  @Override
  public AgentDirectory directory() {
    return new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork());
  }

  @Override
  public ContactDirectory contacts() {
    return new PgContactDirectory(pgUnitOfWork());
  }
}
