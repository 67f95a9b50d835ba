package dev.parley.bootstrap.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many callers who begin in the same moment. */
final class AtOnce {
  private AtOnce() {}

  /** The answers in the order of the callers. */
  static <T, R> List<R> call(List<T> callers, Function<T, R> call)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(callers.size());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<R>> answers =
          callers.stream()
              .map(
                  caller ->
                      threads.submit(
                          () -> {
                            start.await();
                            return call.apply(caller);
                          }))
              .toList();
      List<R> all = new ArrayList<>();
      for (Future<R> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
