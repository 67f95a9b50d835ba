package dev.parley.persistence.agent;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.agent.ApiKeys;
import dev.parley.application.agent.ApiKeysContract;
import dev.parley.application.agent.Credentials;
import dev.parley.application.agent.KeysInForce;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgApiKeysTest extends PgStoreTest implements ApiKeysContract {
  private @Nullable Credentials credentials;

  @Override
  public ApiKeys keys() {
    return new PgApiKeys(pgUnitOfWork());
  }

  /** One all through a test, so that its memory is tested too. */
  @Override
  public Credentials credentials() {
    Credentials known =
        credentials == null ? new PgCredentials(pgUnitOfWork(), System::nanoTime) : credentials;
    credentials = known;
    return known;
  }

  @Override
  public KeysInForce keysInForce() {
    return new PgKeysInForce(pgUnitOfWork());
  }

  @Override
  public AgentDirectory agents() {
    return new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork());
  }
}
