package dev.parley.bootstrap.wiring;

import dev.parley.application.shared.IdSource;
import dev.parley.application.tag.TagAdministration;
import dev.parley.application.tag.TagDirectory;
import dev.parley.application.tag.Tags;
import dev.parley.persistence.support.RowTransactions;
import dev.parley.persistence.tag.PanacheTagDirectory;
import dev.parley.persistence.tag.PgTags;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class TagWiring {
  @Produces
  @Singleton
  Tags tags() {
    return new PgTags();
  }

  @Produces
  @Singleton
  TagDirectory directory(RowTransactions transactions) {
    return new PanacheTagDirectory(transactions);
  }

  @Produces
  @Singleton
  TagAdministration administration(TagDirectory tags, IdSource ids, InstantSource clock) {
    return new TagAdministration(tags, ids, clock);
  }
}
