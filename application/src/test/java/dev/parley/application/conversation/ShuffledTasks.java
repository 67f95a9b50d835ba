package dev.parley.application.conversation;

import dev.parley.application.shared.Aside;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs what it is given in any order, the same for the same seed, and only when it is told to. */
final class ShuffledTasks implements Executor {
  private final List<Runnable> waiting = new ArrayList<>();
  private final Random random;

  ShuffledTasks(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** Runs pieces among the tasks. */
  Aside aside() {
    return piece -> execute(() -> begin(piece));
  }

  /** An {@link Aside} that begins a piece in the caller's thread. */
  static void begin(Supplier<Uni<Void>> piece) {
    piece.get().subscribe().with(_ -> {});
  }

  /** Runs until nothing waits. */
  void runAll() {
    while (!waiting.isEmpty()) {
      runOne();
    }
  }

  void runOne() {
    waiting.remove(random.nextInt(waiting.size())).run();
  }

  /** What the work emits once all that it takes has been run. */
  <T> T outcomeOf(Uni<T> work) {
    CompletableFuture<T> outcome = work.subscribeAsCompletionStage();
    runAll();
    return outcome.join();
  }
}
