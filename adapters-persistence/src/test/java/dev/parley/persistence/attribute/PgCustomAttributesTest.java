package dev.parley.persistence.attribute;

import dev.parley.application.attribute.CustomAttributes;
import dev.parley.application.attribute.CustomAttributesContract;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgCustomAttributesTest extends PgStoreTest implements CustomAttributesContract {
  @Override
  public CustomAttributes attributes() {
    return new PanacheCustomAttributes(rowTransactions());
  }
}
