package dev.parley.persistence.tag;

import dev.parley.application.tag.TagDirectory;
import dev.parley.application.tag.Tags;
import dev.parley.application.tag.TagsContract;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgTagsTest extends PgStoreTest implements TagsContract {
  @Override
  public Tags tags() {
    return new PgTags();
  }

  @Override
  public TagDirectory directory() {
    return new PanacheTagDirectory(rowTransactions());
  }
}
