package dev.parley.persistence.tag;

import dev.parley.application.tag.TagDirectory;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.RowTransactions;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The managed list of tags, kept by Hibernate. */
public final class PanacheTagDirectory implements TagDirectory {
  private final RowTransactions transactions;

  public PanacheTagDirectory(RowTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Tag tag, Instant now) {
    return transactions
        .inTransaction(organization, () -> new TagRow(organization, tag, now).persist())
        .onFailure(PgFailures.breaks("tag_name_taken"))
        .transform(_ -> new DomainException(new TagError.TagNameTaken(tag.name())))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Tag>> list(OrganizationId organization, boolean includeInactive) {
    return transactions
        .inTransaction(
            organization,
            () ->
                TagRow.<TagRow>list(
                    "orgId = ?1 and (active = true or ?2 = true) order by createdAt, id",
                    organization.number(),
                    includeInactive))
        .map(rows -> rows.stream().map(TagRow::toDomain).toList());
  }

  @Override
  public Uni<Tag> get(OrganizationId organization, TagId id) {
    return transactions.inTransaction(
        organization, () -> require(organization, id).map(TagRow::toDomain));
  }

  @Override
  public Uni<Void> setActive(OrganizationId organization, TagId id, boolean active) {
    return transactions
        .inTransaction(
            organization, () -> require(organization, id).invoke(row -> row.active = active))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, TagId id) {
    return transactions.inTransaction(
        organization, () -> require(organization, id).chain(PanacheEntityBase::delete));
  }

  private static Uni<TagRow> require(OrganizationId organization, TagId id) {
    return TagRow.<TagRow>find("orgId = ?1 and id = ?2", organization.number(), id.value())
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new DomainException(new TagError.TagNotFound(id)));
  }
}
