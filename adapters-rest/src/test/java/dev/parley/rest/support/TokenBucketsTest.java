package dev.parley.rest.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.support.TokenBuckets.Rate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  /** Near its end, as a clock of nanoseconds may be. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void a_burst_comes_in_at_once_and_the_next_one_waits() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 4, 864_000), clock::get);

    assertThat(admitted(buckets, "a", 6)).isEqualTo(4);
    assertThat(buckets.secondsToWait("a")).isEqualTo(1);
  }

  @Test
  void waiting_lets_in_what_the_rate_allows() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 4, 864_000), clock::get);
    admitted(buckets, "a", 4);

    pass(Duration.ofMillis(100));
    assertThat(admitted(buckets, "a", 4)).isEqualTo(1);
    pass(Duration.ofSeconds(60));
    assertThat(admitted(buckets, "a", 40)).isEqualTo(4);
  }

  @Test
  void the_rate_holds_in_the_long_run() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 4, 864_000), clock::get);

    int admitted = 0;
    for (int i = 0; i < 1_000; i++) {
      admitted += admitted(buckets, "a", 1);
      pass(Duration.ofMillis(10));
    }

    assertThat(admitted).isBetween(100, 104);
  }

  @Test
  void a_day_has_its_own_bound_and_says_how_long_it_lasts() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 4, 6), clock::get);
    admitted(buckets, "a", 4);
    pass(Duration.ofHours(1));
    assertThat(admitted(buckets, "a", 4)).isEqualTo(2);

    assertThat(buckets.secondsToWait("a")).isEqualTo(Duration.ofHours(23).toSeconds());
    pass(Duration.ofHours(23));
    assertThat(admitted(buckets, "a", 9)).isEqualTo(4);
  }

  @Test
  void one_key_takes_nothing_from_another() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 4, 864_000), clock::get);
    admitted(buckets, "a", 9);

    assertThat(admitted(buckets, "b", 9)).isEqualTo(4);
  }

  @Test
  void the_key_not_used_for_longest_is_forgotten() {
    TokenBuckets buckets = new TokenBuckets(new Rate(10, 1, 864_000), clock::get);
    buckets.secondsToWait("first");
    buckets.secondsToWait("second");
    IntStream.range(0, TokenBuckets.KEYS - 2).forEach(i -> buckets.secondsToWait("key" + i));

    assertThat(buckets.secondsToWait("first")).isPositive();
    buckets.secondsToWait("one more");
    assertThat(buckets.secondsToWait("first")).isPositive();
    assertThat(buckets.secondsToWait("second")).isZero();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private static int admitted(TokenBuckets buckets, String key, int tries) {
    return (int) IntStream.range(0, tries).filter(_ -> buckets.secondsToWait(key) == 0).count();
  }
}
