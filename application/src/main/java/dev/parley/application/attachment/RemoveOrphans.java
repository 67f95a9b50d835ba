package dev.parley.application.attachment;

import dev.parley.application.attachment.Blobs.Stored;
import dev.parley.application.shared.Work;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes blobs that no row speaks of. Bytes are stored before the row that names them, so a crash
 * between the two leaves some that anonymization would never find.
 */
public final class RemoveOrphans implements Work {
  /** No request and no piece of work takes that long between bytes and row. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private static final int BATCH = 200;

  private final Blobs blobs;
  private final BlobReferences references;
  private final InstantSource clock;

  public RemoveOrphans(Blobs blobs, BlobReferences references, InstantSource clock) {
    this.blobs = blobs;
    this.references = references;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "orphans";
  }

  @Override
  public Uni<Integer> once() {
    return blobs
        .storedBefore(clock.instant().minus(SETTLED))
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToMultiAndConcatenate(RemoveOrphans::byOrganization)
        .onItem()
        .transformToUniAndConcatenate(this::remove)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private static Multi<List<Stored>> byOrganization(List<Stored> batch) {
    return Multi.createFrom()
        .iterable(batch.stream().collect(Collectors.groupingBy(Stored::organization)).values());
  }

  private Uni<Integer> remove(List<Stored> batch) {
    OrganizationId organization = batch.getFirst().organization();
    return references
        .unreferenced(organization, batch.stream().map(Stored::key).toList())
        .call(orphans -> delete(organization, orphans))
        .map(List::size);
  }

  private Uni<Void> delete(OrganizationId organization, List<String> orphans) {
    return Multi.createFrom()
        .iterable(orphans)
        .onItem()
        .transformToUniAndConcatenate(key -> blobs.delete(organization, key))
        .toUni()
        .replaceWithVoid();
  }
}
