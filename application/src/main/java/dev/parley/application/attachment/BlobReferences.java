package dev.parley.application.attachment;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Knows which blobs belong to something. */
@FunctionalInterface
public interface BlobReferences {
  /** Those of the keys that belong to nothing, and to nothing that is still being made. */
  Uni<List<String>> unreferenced(OrganizationId organization, List<String> keys);
}
