package dev.parley.application.attachment;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes under a key, outside the database. A key belongs to one object of one organization and is
 * never shared, so that deleting it proves that the bytes are gone.
 */
public interface Blobs {
  /**
   * Replaces what was there. Durable when the item is emitted.
   *
   * @param key of the form {@code owner/part}, characters {@code a-z0-9-/}
   */
  Uni<Void> put(OrganizationId organization, String key, byte[] bytes);

  Uni<Optional<byte[]>> get(OrganizationId organization, String key);

  /** Without effect when there is nothing. */
  Uni<Void> delete(OrganizationId organization, String key);

  /**
   * All that was put before the moment. On the way, the remains of puts that were interrupted
   * before it are removed.
   */
  Multi<Stored> storedBefore(Instant moment);

  /** A blob that is there. */
  record Stored(OrganizationId organization, String key) {}
}
