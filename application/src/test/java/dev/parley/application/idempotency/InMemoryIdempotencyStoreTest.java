package dev.parley.application.idempotency;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryIdempotencyStoreTest implements IdempotencyStoreContract {
  private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();

  @Override
  public IdempotencyStore store() {
    return store;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new ImmediateUnitOfWork();
  }

  @Override
  public OrganizationId here() {
    return new OrganizationId(1);
  }

  @Override
  public OrganizationId elsewhere() {
    return new OrganizationId(2);
  }
}
