package dev.parley.rest.support;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each key, on this instance alone. Of more keys than {@link #KEYS} those
 * not used for longest are forgotten, so memory is bounded; a forgotten key starts with a full
 * bucket.
 */
public final class TokenBuckets implements RateLimit {
  static final int KEYS = 10_000;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Rate rate;
  private final TimeMeter clock;
  private final Map<String, Bucket> buckets = new LeastRecentlyUsed();

  /**
   * @param nanoClock a clock that never goes back
   */
  public TokenBuckets(Rate rate, LongSupplier nanoClock) {
    this.rate = rate;
    this.clock = new Clock(nanoClock, nanoClock.getAsLong());
  }

  @Override
  public long secondsToWait(String keyId) {
    long wait = bucket(keyId).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    return Math.ceilDiv(wait, SECOND);
  }

  private synchronized Bucket bucket(String keyId) {
    return buckets.computeIfAbsent(keyId, _ -> rate.bucket(clock));
  }

  /**
   * What each key may do.
   *
   * @param burst requests at once after a pause
   */
  public record Rate(int perSecond, int burst, int perDay) {
    private Bucket bucket(TimeMeter clock) {
      return Bucket.builder()
          .withCustomTimePrecision(clock)
          .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
          .addLimit(limit -> limit.capacity(perDay).refillIntervally(perDay, Duration.ofDays(1)))
          .build();
    }
  }

  /** Begins with 0, since a clock of nanoseconds may begin just before its numbers end. */
  private record Clock(LongSupplier nanos, long begin) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong() - begin;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;
    private static final int INITIAL = 16;
    private static final float LOAD = 0.75f;

    LeastRecentlyUsed() {
      super(INITIAL, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > KEYS;
    }
  }
}
