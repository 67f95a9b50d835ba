package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs pieces of work that nobody waits for, each on its own. */
@FunctionalInterface
public interface Aside {
  /** Returns at once. */
  void run(Supplier<Uni<Void>> piece);
}
