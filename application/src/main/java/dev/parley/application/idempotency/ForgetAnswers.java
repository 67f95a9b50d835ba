package dev.parley.application.idempotency;

import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Removes answers that nobody can ask for any more. */
public final class ForgetAnswers implements Work {
  private final IdempotencyStore store;
  private final InstantSource clock;

  public ForgetAnswers(IdempotencyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "idempotency";
  }

  @Override
  public Uni<Integer> once() {
    return store.sweep(clock.instant()).map(Long::intValue);
  }
}
