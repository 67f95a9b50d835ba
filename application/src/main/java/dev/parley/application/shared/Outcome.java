package dev.parley.application.shared;

import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** What became of one of several commands given at once. */
public sealed interface Outcome<T> {
  record Done<T>(T item) implements Outcome<T> {}

  record Refused<T>(DomainError error) implements Outcome<T> {}

  /** Each command is a transaction of its own, so there must be an end to them. */
  int MOST = 100;

  /**
   * Carries the commands out one after the other, each for itself: what one is refused for does not
   * keep the others from being done.
   *
   * @return in the order of the commands; fails with {@code InvalidField} when there are more than
   *     {@link #MOST}, before any is carried out
   */
  static <C, T> Uni<List<Outcome<T>>> ofEach(List<C> commands, Function<C, Uni<T>> handle) {
    if (commands.size() > MOST) {
      throw SharedError.invalid("data", "must have at most " + MOST + " elements");
    }
    return Multi.createFrom()
        .iterable(commands)
        .onItem()
        .transformToUniAndConcatenate(command -> of(command, handle))
        .collect()
        .asList();
  }

  private static <C, T> Uni<Outcome<T>> of(C command, Function<C, Uni<T>> handle) {
    return Uni.createFrom()
        .deferred(() -> handle.apply(command))
        .<Outcome<T>>map(Done::new)
        .onFailure(DomainException.class)
        .recoverWithItem(refusal -> new Refused<>(refusal.error()));
  }
}
