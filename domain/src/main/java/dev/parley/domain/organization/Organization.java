package dev.parley.domain.organization;

import dev.parley.domain.shared.Text;
import java.util.UUID;

/** A tenant with its public id and name. */
public record Organization(OrganizationId id, UUID publicId, String name) {
  public static final int NAME_MAX = 200;

  public Organization {
    name = Text.required("name", name, NAME_MAX);
  }
}
