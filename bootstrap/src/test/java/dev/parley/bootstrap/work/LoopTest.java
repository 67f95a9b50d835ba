package dev.parley.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final CompletableFuture<Integer> round = new CompletableFuture<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final Bell bell = new Bell();
  private volatile @Nullable Error broken;
  private final Loop loop = new Loop(new Waiting(), bell, Duration.ofDays(1));

  @AfterEach
  void stop() throws InterruptedException {
    round.complete(0);
    loop.stop();
    loop.awaitEnd(SOON);
  }

  @Test
  void tells_how_long_its_round_lasts_until_it_is_over() {
    assertThat(loop.inRound()).isZero();

    loop.start();
    await().atMost(SOON).until(() -> loop.inRound().compareTo(Duration.ofMillis(50)) > 0);

    round.complete(0);
    await().atMost(SOON).until(() -> loop.inRound().isZero());
    assertThat(begun).hasValue(1);
  }

  @Test
  void rests_until_it_is_called() {
    round.complete(0);
    loop.start();
    await().atMost(SOON).until(() -> begun.get() == 1 && loop.inRound().isZero());

    bell.ring();
    await().atMost(SOON).until(() -> begun.get() == 2);
  }

  @Test
  void a_round_that_fails_is_not_the_last() {
    round.completeExceptionally(new IllegalStateException("no database"));
    loop.start();

    await().atMost(SOON).until(() -> begun.get() > 1);
    assertThat(loop.name()).isEqualTo("waiting");
  }

  @Test
  void a_round_that_breaks_is_not_the_last() {
    broken = new LinkageError("half an installation");
    loop.start();

    await().atMost(SOON).until(() -> begun.get() > 1);
  }

  private final class Waiting implements Work {
    @Override
    public String name() {
      return "waiting";
    }

    @Override
    public Uni<Integer> once() {
      begun.incrementAndGet();
      Error failure = broken;
      if (failure != null) {
        throw failure;
      }
      return Uni.createFrom().completionStage(round);
    }
  }
}
