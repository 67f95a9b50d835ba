package dev.parley.application.attachment;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Bytes in memory; no transaction takes them back, as none does on a disk. */
public final class InMemoryBlobs implements Blobs {
  private final Map<Key, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<Key, Instant> since = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public InMemoryBlobs() {
    this(InstantSource.fixed(Instant.EPOCH));
  }

  /**
   * @param clock says when something is put
   */
  public InMemoryBlobs(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(OrganizationId organization, String key) {}

  @Override
  public Uni<Void> put(OrganizationId organization, String key, byte[] bytes) {
    return Uni.createFrom()
        .item(
            () -> {
              since.put(new Key(organization, key), clock.instant());
              return Optional.ofNullable(blobs.put(new Key(organization, key), bytes.clone()));
            })
        .replaceWithVoid();
  }

  @Override
  public Multi<Stored> storedBefore(Instant moment) {
    return Multi.createFrom()
        .items(
            () ->
                blobs.keySet().stream()
                    .filter(key -> since.getOrDefault(key, Instant.EPOCH).isBefore(moment))
                    .map(key -> new Stored(key.organization(), key.key())));
  }

  @Override
  public Uni<Optional<byte[]>> get(OrganizationId organization, String key) {
    return Uni.createFrom()
        .item(() -> Optional.ofNullable(blobs.get(new Key(organization, key))).map(byte[]::clone));
  }

  @Override
  public Uni<Void> delete(OrganizationId organization, String key) {
    return Uni.createFrom()
        .item(() -> Optional.ofNullable(blobs.remove(new Key(organization, key))))
        .replaceWithVoid();
  }

  public Set<String> keys(OrganizationId organization) {
    return blobs.keySet().stream()
        .filter(key -> key.organization().equals(organization))
        .map(Key::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All there is. */
  public Map<?, byte[]> everything() {
    return Map.copyOf(blobs);
  }
}
