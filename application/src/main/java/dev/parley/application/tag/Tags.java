package dev.parley.application.tag;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;

/** Tags as facts for decisions, inside a transaction. */
public interface Tags {
  /**
   * @return fails with {@code TagNotFound}
   */
  Uni<Tag> get(Transaction tx, TagId id);
}
