package dev.parley.application.attribute;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryCustomAttributesTest implements CustomAttributesContract {
  private final InMemoryCustomAttributes attributes = new InMemoryCustomAttributes();

  @Override
  public CustomAttributes attributes() {
    return attributes;
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
