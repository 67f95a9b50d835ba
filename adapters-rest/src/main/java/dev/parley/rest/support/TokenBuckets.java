package dev.parley.rest.support;

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
  private static final long DAY = Duration.ofDays(1).toNanos();

  private final Rate rate;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets = new LeastRecentlyUsed();

  /**
   * @param nanoClock a clock that never goes back
   */
  public TokenBuckets(Rate rate, LongSupplier nanoClock) {
    this.rate = rate;
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized long secondsToWait(String keyId) {
    long now = nanoClock.getAsLong();
    long wait = buckets.computeIfAbsent(keyId, _ -> new Bucket(now)).take(rate, now);
    return Math.ceilDiv(wait, SECOND);
  }

  /**
   * What each key may do.
   *
   * @param burst requests at once after a pause
   */
  public record Rate(int perSecond, int burst, int perDay) {
    /** How long a token takes to come back, in nanoseconds. */
    long interval() {
      return SECOND / perSecond;
    }
  }

  /** Counts in times instead of tokens, so that nothing has to be refilled. */
  private static final class Bucket {
    private long fullAgainAt;
    private long dayBegan;
    private int takenToday;

    Bucket(long now) {
      fullAgainAt = now;
      dayBegan = now;
    }

    /**
     * @return 0 when a token was taken, else the nanoseconds until one can be
     */
    long take(Rate rate, long now) {
      if (now - dayBegan >= DAY) {
        dayBegan = now;
        takenToday = 0;
      }
      if (takenToday >= rate.perDay()) {
        return DAY - (now - dayBegan);
      }
      long missing = Math.max(fullAgainAt - now, 0) + rate.interval();
      long capacity = rate.burst() * rate.interval();
      if (missing > capacity) {
        return missing - capacity;
      }
      fullAgainAt = now + missing;
      takenToday++;
      return 0;
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
