package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The one way to run a transaction. */
public interface UnitOfWork {
  /**
   * Commits when the work emits its item, rolls back when it fails. Work that fails because
   * somebody else changed the same thing first is run again, at most three times in all, so it must
   * have no effect outside the transaction. May be called from any thread.
   *
   * @return the work's item, emitted after the commit; fails with {@code ConcurrentChange} when
   *     every try met one, with {@code TemporarilyUnavailable} when the store cannot be reached
   */
  <T> Uni<T> inTransaction(OrganizationId organization, Function<Transaction, Uni<T>> work);
}
