package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Runs the work at once, for ports in memory whose every call is complete in itself. */
public final class ImmediateUnitOfWork implements UnitOfWork {
  @Override
  public <T> Uni<T> inTransaction(OrganizationId organization, Function<Transaction, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> work.apply(new InMemoryTransaction(organization)));
  }
}
