package dev.parley.persistence.support;

import dev.parley.persistence.embedded.TestDatabase;
import dev.parley.persistence.setup.DatabaseUrl;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migrated database for the Quarkus application of a test run. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable TestDatabase database;

  @Override
  public Map<String, String> start() {
    TestDatabase created = TestDatabase.create();
    database = created;
    DatabaseUrl service = created.service();
    return Map.of(
        "quarkus.datasource.reactive.url", service.reactiveUrl(),
        "quarkus.datasource.jdbc.url", service.jdbcUrl(),
        "quarkus.datasource.username", service.user(),
        "quarkus.datasource.password", service.password());
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}
