package dev.parley.persistence.support;

import dev.parley.application.shared.StoreContract;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Two organizations of their own for each test, as the service's role sees them. */
public abstract class PgStoreTest implements StoreContract {
  @Inject Pool pool;
  @Inject Vertx vertx;

  private @Nullable OrganizationId here;
  private @Nullable OrganizationId elsewhere;

  @BeforeEach
  void createOrganizations() {
    here = createOrganization();
    elsewhere = createOrganization();
  }

  protected final PgUnitOfWork pgUnitOfWork() {
    return new PgUnitOfWork(pool);
  }

  protected final RowTransactions rowTransactions() {
    return new RowTransactions(vertx);
  }

  @Override
  public final UnitOfWork unitOfWork() {
    return pgUnitOfWork();
  }

  @Override
  public final OrganizationId here() {
    return java.util.Objects.requireNonNull(here);
  }

  @Override
  public final OrganizationId elsewhere() {
    return java.util.Objects.requireNonNull(elsewhere);
  }

  private OrganizationId createOrganization() {
    return pgUnitOfWork()
        .acrossOrganizations(
            "select create_organization($1, $2, now()) as number", UUID.randomUUID(), "Test")
        .map(rows -> new OrganizationId(rows.iterator().next().getLong("number")))
        .await()
        .atMost(Duration.ofSeconds(30));
  }
}
