package dev.parley.application.organization;

import dev.parley.application.agent.ApiKey;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organizations of this installation. Each call is a transaction. */
public interface Organizations {
  /** The number of the organization that the first start makes. */
  OrganizationId FIRST = new OrganizationId(1);

  Uni<Organization> get(OrganizationId id);

  /** In the order of their numbers. */
  Uni<List<Organization>> all();

  /** Stores everything an organization begins with, all or nothing, under the next number. */
  Uni<OrganizationId> found(Founding founding);

  /**
   * As {@link #found}, when there is no organization at all. Of several callers at once, on any
   * instance, exactly one founds.
   *
   * @return empty when there is an organization
   */
  Uni<Optional<OrganizationId>> foundFirst(Founding founding);

  /**
   * What an organization begins with.
   *
   * @param key stands for the admin
   */
  record Founding(UUID publicId, String name, Agent admin, Queue queue, ApiKey key, Instant at) {}
}
