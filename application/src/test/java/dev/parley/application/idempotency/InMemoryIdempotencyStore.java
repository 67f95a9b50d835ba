package dev.parley.application.idempotency;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps answers for as long as the test runs. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private record Key(OrganizationId organization, Fingerprint key) {}

  private record Entry(Attempt attempt, @Nullable Answer answer) {}

  private final Map<Key, Entry> entries = new HashMap<>();

  @Override
  public Uni<Begun> begin(Attempt attempt) {
    return Uni.createFrom().item(() -> take(attempt));
  }

  private synchronized Begun take(Attempt attempt) {
    Entry entry = entries.get(key(attempt));
    if (entry == null || mayBeTakenOver(entry, attempt)) {
      entries.put(key(attempt), new Entry(attempt, null));
      return new Begun.Fresh();
    }
    if (!entry.attempt().request().equals(attempt.request())) {
      return new Begun.Mismatch();
    }
    Answer answer = entry.answer();
    return answer == null ? new Begun.InFlight() : new Begun.Replay(answer);
  }

  private static boolean mayBeTakenOver(Entry entry, Attempt attempt) {
    Instant begun = entry.attempt().at();
    return begun.isBefore(attempt.at().minus(KEPT))
        || (entry.answer() == null
            && entry.attempt().request().equals(attempt.request())
            && begun.isBefore(attempt.at().minus(LEASE)));
  }

  @Override
  public Uni<Void> complete(Attempt attempt, Answer answer, Set<Subject> shows) {
    return onOwn(attempt, () -> entries.put(key(attempt), new Entry(attempt, answer)));
  }

  @Override
  public Uni<Void> abandon(Attempt attempt) {
    return onOwn(attempt, () -> entries.remove(key(attempt)));
  }

  private Uni<Void> onOwn(Attempt attempt, Runnable change) {
    return Uni.createFrom()
        .item(
            () -> {
              synchronized (this) {
                Entry entry = entries.get(key(attempt));
                if (entry != null && entry.attempt().equals(attempt)) {
                  change.run();
                }
              }
              return null;
            });
  }

  @Override
  public Uni<Long> sweep(Instant now) {
    return Uni.createFrom()
        .item(
            () -> {
              synchronized (this) {
                long before = entries.size();
                entries.values().removeIf(entry -> entry.attempt().at().isBefore(now.minus(KEPT)));
                return before - entries.size();
              }
            });
  }

  private static Key key(Attempt attempt) {
    return new Key(attempt.organization(), attempt.key());
  }
}
