package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One transaction after the other. One that fails leaves no trace in the stores that take part; one
 * that meets a concurrent change is run three times in all.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private static final int TRIES = 3;

  private final List<Recoverable> stores = new CopyOnWriteArrayList<>();
  private final Semaphore turn = new Semaphore(1, true);

  /** Makes what happens in the store part of the transactions. */
  public <R extends Recoverable> R with(R store) {
    stores.add(store);
    return store;
  }

  @Override
  public <T> Uni<T> inTransaction(OrganizationId organization, Function<Transaction, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> once(organization, work))
        .onFailure(InMemoryUnitOfWork::isConcurrentChange)
        .retry()
        .atMost(TRIES - 1L);
  }

  /** Work of one step that needs no organization; it does not see transactions half done. */
  public <T> Uni<T> alone(Supplier<T> work) {
    return Uni.createFrom()
        .item(
            () -> {
              takeTurn();
              try {
                return work.get();
              } finally {
                turn.release();
              }
            });
  }

  private <T> Uni<T> once(OrganizationId organization, Function<Transaction, Uni<T>> work) {
    takeTurn();
    List<Runnable> marks = stores.stream().map(Recoverable::mark).toList();
    InMemoryTransaction tx = new InMemoryTransaction(organization);
    return Uni.createFrom()
        .deferred(() -> work.apply(tx))
        .invoke(() -> requireSound(tx))
        .onFailure()
        .invoke(() -> marks.forEach(Runnable::run))
        .eventually(() -> turn.release());
  }

  /** A transaction within a transaction would wait for itself. */
  private void takeTurn() {
    try {
      if (!turn.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("another transaction does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void requireSound(InMemoryTransaction tx) {
    if (tx.isAborted()) {
      throw new IllegalStateException("work went on after one of its statements had failed");
    }
  }

  private static boolean isConcurrentChange(Throwable failure) {
    return failure instanceof DomainException e
        && e.error() instanceof SharedError.ConcurrentChange;
  }
}
