package dev.parley.application.tag;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Tags as facts for decisions, inside a transaction. */
public interface Tags {
  /**
   * @return fails with {@code TagNotFound}
   */
  Uni<Tag> get(Transaction tx, TagId id);

  /**
   * The tags with these names, in the order of their names; those that do not exist yet are made.
   *
   * @param wanted with names that differ by more than case; of one that exists only the name counts
   */
  Uni<List<Tag>> ensure(Transaction tx, List<Tag> wanted, Instant now);
}
