package dev.parley.application.tag;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The managed list of tags. Each call is a transaction. */
public interface TagDirectory {
  /**
   * @return fails with {@code TagNameTaken}; names are compared without case
   */
  Uni<Void> add(OrganizationId organization, Tag tag, Instant now);

  /** Oldest first. */
  Uni<List<Tag>> list(OrganizationId organization, boolean includeInactive);

  /**
   * @return fails with {@code TagNotFound}
   */
  Uni<Tag> get(OrganizationId organization, TagId id);

  /**
   * @return fails with {@code TagNotFound}
   */
  Uni<Void> setActive(OrganizationId organization, TagId id, boolean active);

  /**
   * Takes the tag off every conversation and forgets it.
   *
   * @return fails with {@code TagNotFound}
   */
  Uni<Void> remove(OrganizationId organization, TagId id);
}
