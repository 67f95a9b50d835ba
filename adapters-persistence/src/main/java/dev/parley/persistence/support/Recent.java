package dev.parley.persistence.support;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What was found within the last second. Every answer is what the store held at most {@link
 * #OLDEST} ago, counted from before it was asked; one in use is asked for again in the background
 * before that, so that only the first use and one after a pause wait for the store. What was not
 * found is not remembered: something new is there at once.
 */
public final class Recent<K, V> {
  /** Below the second that is promised, to leave time for the answer's way. */
  private static final Duration OLDEST = Duration.ofMillis(900);

  private static final Duration REFRESHED_AFTER = Duration.ofMillis(450);
  private static final int MOST_ENTRIES = 10_000;

  private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Map<K, Uni<Optional<V>>> underWay = new ConcurrentHashMap<>();
  private final LongSupplier nanoClock;
  private final Function<K, Uni<Optional<V>>> store;

  /**
   * @param nanoClock a clock that never goes back, as {@link System#nanoTime}
   */
  public Recent(LongSupplier nanoClock, Function<K, Uni<Optional<V>>> store) {
    this.nanoClock = nanoClock;
    this.store = store;
  }

  public Uni<Optional<V>> get(K key) {
    Entry<V> entry = entries.get(key);
    if (entry == null) {
      return ask(key);
    }
    long age = nanoClock.getAsLong() - entry.askedAt();
    if (age >= OLDEST.toNanos()) {
      return ask(key);
    }
    if (age >= REFRESHED_AFTER.toNanos() && entry.refreshing().compareAndSet(false, true)) {
      // A failure is met again by whoever comes when the entry is too old.
      ask(key).subscribe().with(_ -> {}, _ -> entry.refreshing().set(false));
    }
    return Uni.createFrom().item(Optional.of(entry.value()));
  }

  private Uni<Optional<V>> ask(K key) {
    return underWay.computeIfAbsent(
        key,
        asked ->
            Uni.createFrom()
                .deferred(() -> remembered(asked))
                .onTermination()
                .invoke(() -> underWay.remove(asked))
                .memoize()
                .indefinitely());
  }

  private Uni<Optional<V>> remembered(K key) {
    long askedAt = nanoClock.getAsLong();
    return store
        .apply(key)
        .invoke(
            found ->
                found.ifPresentOrElse(
                    value -> remember(key, new Entry<>(value, askedAt, new AtomicBoolean())),
                    () -> entries.remove(key)));
  }

  private void remember(K key, Entry<V> entry) {
    if (entries.size() >= MOST_ENTRIES) {
      entries.values().removeIf(old -> entry.askedAt() - old.askedAt() >= OLDEST.toNanos());
    }
    if (entries.size() < MOST_ENTRIES || entries.containsKey(key)) {
      entries.put(key, entry);
    }
  }

  private record Entry<V>(V value, long askedAt, AtomicBoolean refreshing) {}
}
