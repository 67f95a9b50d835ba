package dev.parley.persistence.attribute;

import dev.parley.application.attribute.CustomAttributes;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttributeError;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.RowTransactions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The custom attribute definitions of an organization, kept by Hibernate. */
public final class PanacheCustomAttributes implements CustomAttributes {
  private final RowTransactions transactions;

  public PanacheCustomAttributes(RowTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, CustomAttribute attribute) {
    return transactions
        .inTransaction(
            organization, () -> new CustomAttributeRow(organization, attribute).persist())
        .onFailure(PgFailures.breaks("custom_attribute_identifier_taken"))
        .transform(
            _ ->
                new DomainException(
                    new CustomAttributeError.IdentifierTaken(attribute.identifier())))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<CustomAttribute>> list(OrganizationId organization) {
    return transactions
        .inTransaction(
            organization,
            () ->
                CustomAttributeRow.<CustomAttributeRow>list(
                    "orgId = ?1 order by createdAt, id", organization.number()))
        .map(rows -> rows.stream().map(CustomAttributeRow::toDomain).toList());
  }

  @Override
  public Uni<CustomAttribute> get(OrganizationId organization, CustomAttributeId id) {
    return transactions.inTransaction(
        organization, () -> require(organization, id).map(CustomAttributeRow::toDomain));
  }

  @Override
  public Uni<Void> archive(OrganizationId organization, CustomAttributeId id, Instant now) {
    return transactions
        .inTransaction(
            organization, () -> require(organization, id).invoke(row -> archive(row, now)))
        .replaceWithVoid();
  }

  private static void archive(CustomAttributeRow row, Instant now) {
    if (!row.archived) {
      row.archived = true;
      row.updatedAt = now;
    }
  }

  private static Uni<CustomAttributeRow> require(
      OrganizationId organization, CustomAttributeId id) {
    return CustomAttributeRow.<CustomAttributeRow>find(
            "orgId = ?1 and id = ?2", organization.number(), id.value())
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new DomainException(new CustomAttributeError.CustomAttributeNotFound(id)));
  }
}
