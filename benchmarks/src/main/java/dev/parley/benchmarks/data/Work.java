package dev.parley.benchmarks.data;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two things at a time, as many as the machine has processors for that measures. */
final class Work {
  private static final int AT_A_TIME = 2;

  /** Something that waits for the database. */
  @FunctionalInterface
  interface Piece {
    void run() throws SQLException;
  }

  /**
   * Returns when all have ended.
   *
   * @throws SQLException of the first that failed
   */
  void run(List<Piece> pieces) throws SQLException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<?>> all =
          pieces.stream().<Future<?>>map(piece -> threads.submit(() -> run(piece))).toList();
      for (Future<?> one : all) {
        await(one);
      }
    }
  }

  private static Void run(Piece piece) throws SQLException {
    piece.run();
    return null;
  }

  private static void await(Future<?> one) throws SQLException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new SQLException("Filling failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Filling was interrupted", e);
    }
  }
}
