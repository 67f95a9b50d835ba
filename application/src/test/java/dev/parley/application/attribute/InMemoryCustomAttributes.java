package dev.parley.application.attribute;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttributeError;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Custom attribute definitions of all organizations. */
public final class InMemoryCustomAttributes implements CustomAttributes {
  private final InMemoryRows<CustomAttributeId, CustomAttribute> rows = new InMemoryRows<>();

  /** Those of an organization, archived ones included. */
  public List<CustomAttribute> of(OrganizationId organization) {
    return rows.of(organization);
  }

  @Override
  public Uni<Void> add(OrganizationId organization, CustomAttribute attribute) {
    return attempt(
        () -> {
          if (rows.any(organization, other -> collides(other, attribute))) {
            throw new DomainException(
                new CustomAttributeError.IdentifierTaken(attribute.identifier()));
          }
          rows.put(organization, attribute.id(), attribute);
        });
  }

  @Override
  public Uni<List<CustomAttribute>> list(OrganizationId organization) {
    return attempt(() -> rows.of(organization));
  }

  @Override
  public Uni<CustomAttribute> get(OrganizationId organization, CustomAttributeId id) {
    return attempt(() -> require(organization, id));
  }

  @Override
  public Uni<Void> archive(OrganizationId organization, CustomAttributeId id, Instant now) {
    return attempt(
        () -> {
          CustomAttribute present = require(organization, id);
          if (!present.archived()) {
            rows.put(organization, id, archived(present, now));
          }
        });
  }

  private CustomAttribute require(OrganizationId organization, CustomAttributeId id) {
    return rows.find(organization, id)
        .orElseThrow(
            () -> new DomainException(new CustomAttributeError.CustomAttributeNotFound(id)));
  }

  private static boolean collides(CustomAttribute other, CustomAttribute attribute) {
    return !other.archived()
        && other.entity() == attribute.entity()
        && other.identifier().equals(attribute.identifier());
  }

  private static CustomAttribute archived(CustomAttribute present, Instant now) {
    return new CustomAttribute(
        present.id(),
        present.entity(),
        present.identifier(),
        present.label(),
        present.input(),
        true,
        present.createdAt(),
        now);
  }
}
