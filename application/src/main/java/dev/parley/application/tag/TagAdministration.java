package dev.parley.application.tag;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the list of tags. */
public final class TagAdministration {
  private final TagDirectory tags;
  private final IdSource ids;
  private final InstantSource clock;

  public TagAdministration(TagDirectory tags, IdSource ids, InstantSource clock) {
    this.tags = tags;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return fails with {@code TagNameTaken}
   */
  public Uni<Tag> create(Actor actor, String name, @Nullable String color) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Tag tag = new Tag(new TagId(ids.next()), name, color, true);
    return tags.add(actor.organization(), tag, clock.instant()).replaceWith(tag);
  }

  /** Oldest first. */
  public Uni<List<Tag>> list(Actor actor, boolean includeInactive) {
    actor.require(Permission.CONFIGURATION_READ);
    return tags.list(actor.organization(), includeInactive);
  }

  /**
   * @return fails with {@code TagNotFound}
   */
  public Uni<Tag> get(Actor actor, TagId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return tags.get(actor.organization(), id);
  }

  /**
   * An inactive tag stays on its conversations but cannot be put on others.
   *
   * @return fails with {@code TagNotFound}
   */
  public Uni<Void> setActive(Actor actor, TagId id, boolean active) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return tags.setActive(actor.organization(), id, active);
  }

  /**
   * Also takes the tag off every conversation; there is no way back.
   *
   * @return fails with {@code TagNotFound}
   */
  public Uni<Void> delete(Actor actor, TagId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return tags.remove(actor.organization(), id);
  }
}
