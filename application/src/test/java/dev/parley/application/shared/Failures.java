package dev.parley.application.shared;

import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Makes what fakes answer. */
public final class Failures {
  private Failures() {}

  public static <T> Uni<T> failing(DomainError error) {
    return Uni.createFrom().failure(new DomainException(error));
  }

  /** Runs now, as a port does; what it throws becomes the failure. */
  public static <T> Uni<T> attempt(Supplier<T> work) {
    try {
      return Uni.createFrom().item(work.get());
    } catch (DomainException e) {
      return Uni.createFrom().failure(e);
    }
  }

  public static Uni<Void> attempt(Runnable work) {
    return attempt(
            () -> {
              work.run();
              return true;
            })
        .replaceWithVoid();
  }
}
