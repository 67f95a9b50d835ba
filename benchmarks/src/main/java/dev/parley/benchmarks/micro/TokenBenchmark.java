package dev.parley.benchmarks.micro;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.TokenMint;
import dev.parley.persistence.support.Recent;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Checking an API token: taking it apart, hashing its secret, finding the stored hash and comparing
 * the two. The store answers at once, so that what its round trip takes is left out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {
  private static final long LONGER_THAN_REMEMBERED = TimeUnit.SECONDS.toNanos(2);

  private final ApiToken token = new TokenMint(new SplittableRandom(1)).token();
  private final String text = token.text();
  private final byte[] stored = token.secretHash();
  private final AtomicLong clock = new AtomicLong();
  private final Recent<String, byte[]> recent = remembering(clock, stored);

  private static Recent<String, byte[]> remembering(AtomicLong clock, byte[] stored) {
    return new Recent<>(clock::get, _ -> Uni.createFrom().item(Optional.of(stored)));
  }

  @Benchmark
  public boolean remembered() {
    return verify();
  }

  @Benchmark
  public boolean asked() {
    clock.addAndGet(LONGER_THAN_REMEMBERED);
    return verify();
  }

  private boolean verify() {
    ApiToken given = ApiToken.parse(text).orElseThrow();
    byte[] hash = given.secretHash();
    return recent
        .get(given.keyId())
        .map(known -> known.filter(secret -> MessageDigest.isEqual(secret, hash)).isPresent())
        .await()
        .indefinitely();
  }
}
