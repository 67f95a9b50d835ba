package dev.parley.application.tag;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tags of all organizations. */
public final class InMemoryTags implements Tags, TagDirectory, Recoverable {
  private final InMemoryRows<TagId, Tag> rows = new InMemoryRows<>();

  @Override
  public Uni<Tag> get(Transaction tx, TagId id) {
    return get(tx.organization(), id);
  }

  @Override
  public Uni<List<Tag>> ensure(Transaction tx, List<Tag> wanted, Instant now) {
    return attempt(
        () ->
            wanted.stream()
                .sorted(Comparator.comparing(Tag::key))
                .map(tag -> ensure(tx.organization(), tag))
                .toList());
  }

  private Tag ensure(OrganizationId organization, Tag wanted) {
    return rows.of(organization).stream()
        .filter(tag -> tag.key().equals(wanted.key()))
        .findAny()
        .orElseGet(
            () -> {
              rows.put(organization, wanted.id(), wanted);
              return wanted;
            });
  }

  @Override
  public Runnable mark() {
    return rows.mark();
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Tag tag, Instant now) {
    return attempt(
        () -> {
          if (rows.any(organization, other -> other.name().equalsIgnoreCase(tag.name()))) {
            throw new DomainException(new TagError.TagNameTaken(tag.name()));
          }
          rows.put(organization, tag.id(), tag);
        });
  }

  @Override
  public Uni<List<Tag>> list(OrganizationId organization, boolean includeInactive) {
    return attempt(
        () ->
            rows.of(organization).stream().filter(tag -> includeInactive || tag.active()).toList());
  }

  @Override
  public Uni<Tag> get(OrganizationId organization, TagId id) {
    return attempt(() -> require(organization, id));
  }

  @Override
  public Uni<Void> setActive(OrganizationId organization, TagId id, boolean active) {
    return attempt(
        () -> {
          Tag tag = require(organization, id);
          rows.put(organization, id, new Tag(id, tag.name(), tag.color(), active));
        });
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, TagId id) {
    return attempt(
        () -> {
          require(organization, id);
          rows.remove(organization, id);
        });
  }

  public Optional<Tag> find(OrganizationId organization, TagId id) {
    return rows.find(organization, id);
  }

  private Tag require(OrganizationId organization, TagId id) {
    return rows.find(organization, id)
        .orElseThrow(() -> new DomainException(new TagError.TagNotFound(id)));
  }
}
