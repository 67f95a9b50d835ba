package dev.parley.application.idempotency;

import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

class InMemoryIdempotencyStoreTest implements IdempotencyStoreContract {
  private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();

  @Override
  public IdempotencyStore store() {
    return store;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new UnitOfWork() {
      @Override
      public <T> Uni<T> inTransaction(
          OrganizationId organization, Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(() -> organization));
      }
    };
  }

  @Override
  public OrganizationId organization() {
    return new OrganizationId(1);
  }

  @Override
  public OrganizationId neighbour() {
    return new OrganizationId(2);
  }
}
