package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.BiFunction;

/**
 * Waits for several loads whose statements have been sent, see {@link Transaction}. The first
 * failure in the order of the arguments is the one reported.
 */
public final class Loads {
  private Loads() {}

  public static <A, B, R> Uni<R> then(Uni<A> a, Uni<B> b, BiFunction<A, B, Uni<R>> next) {
    return a.chain(x -> b.chain(y -> next.apply(x, y)));
  }

  public static <A, B, C, R> Uni<R> then(Uni<A> a, Uni<B> b, Uni<C> c, Three<A, B, C, R> next) {
    return a.chain(x -> then(b, c, (y, z) -> next.apply(x, y, z)));
  }

  public static <A, B, C, D, R> Uni<R> then(
      Uni<A> a, Uni<B> b, Uni<C> c, Uni<D> d, Four<A, B, C, D, R> next) {
    return a.chain(w -> then(b, c, d, (x, y, z) -> next.apply(w, x, y, z)));
  }

  /** What follows three loads. */
  @FunctionalInterface
  public interface Three<A, B, C, R> {
    Uni<R> apply(A a, B b, C c);
  }

  /** What follows four loads. */
  @FunctionalInterface
  public interface Four<A, B, C, D, R> {
    Uni<R> apply(A a, B b, C c, D d);
  }
}
