package dev.parley.application.attribute;

import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The custom attribute definitions of an organization. Each call is a transaction. */
public interface CustomAttributes {
  /**
   * @return fails with {@code IdentifierTaken}
   */
  Uni<Void> add(OrganizationId organization, CustomAttribute attribute);

  /** Oldest first, archived ones included. */
  Uni<List<CustomAttribute>> list(OrganizationId organization);

  /**
   * @return fails with {@code CustomAttributeNotFound}
   */
  Uni<CustomAttribute> get(OrganizationId organization, CustomAttributeId id);

  /**
   * Values stay stored and are not shown, new ones are refused, the identifier is free again.
   * Without effect on an archived one.
   *
   * @return fails with {@code CustomAttributeNotFound}
   */
  Uni<Void> archive(OrganizationId organization, CustomAttributeId id, Instant now);
}
