package dev.parley.application.idempotency;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps answers for as long as the test runs. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private record Key(OrganizationId organization, Fingerprint key) {}

  private record Entry(
      Attempt attempt, @Nullable Answer answer, Set<Subject> shows, boolean emptied) {}

  private final Map<Key, Entry> entries = new HashMap<>();

  @Override
  public Uni<Begun> begin(Attempt attempt) {
    return Uni.createFrom().item(() -> take(attempt));
  }

  private synchronized Begun take(Attempt attempt) {
    Entry entry = entries.get(key(attempt));
    if (entry == null || mayBeTakenOver(entry, attempt)) {
      entries.put(key(attempt), new Entry(attempt, null, Set.of(), false));
      return new Begun.Fresh();
    }
    if (!entry.attempt().request().equals(attempt.request())) {
      return new Begun.Mismatch();
    }
    if (entry.emptied()) {
      return new Begun.Emptied();
    }
    Answer answer = entry.answer();
    return answer == null ? new Begun.InFlight() : new Begun.Replay(answer);
  }

  private static boolean mayBeTakenOver(Entry entry, Attempt attempt) {
    Instant begun = entry.attempt().at();
    return begun.isBefore(attempt.at().minus(KEPT))
        || (entry.answer() == null
            && !entry.emptied()
            && entry.attempt().request().equals(attempt.request())
            && begun.isBefore(attempt.at().minus(LEASE)));
  }

  @Override
  public Uni<Void> complete(Attempt attempt, Answer answer, Set<Subject> shows) {
    return onOwn(
        attempt, () -> entries.put(key(attempt), new Entry(attempt, answer, shows, false)));
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
  public synchronized Uni<Void> empty(Transaction tx, Collection<Subject> subjects) {
    entries.replaceAll(
        (key, entry) ->
            key.organization().equals(tx.organization())
                    && entry.shows().stream().anyMatch(subjects::contains)
                ? new Entry(entry.attempt(), null, Set.of(), true)
                : entry);
    return Uni.createFrom().voidItem();
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
