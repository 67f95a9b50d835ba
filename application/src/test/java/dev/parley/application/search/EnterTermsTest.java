package dev.parley.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnterTermsTest {
  @Test
  void waitsForMoreHoweverManyItEntered() {
    AtomicInteger calls = new AtomicInteger();
    EnterTerms work =
        new EnterTerms(() -> Uni.createFrom().item(() -> (long) calls.incrementAndGet()));

    assertThat(work.once().await().indefinitely()).isZero();

    assertThat(calls).hasValue(1);
  }
}
