package dev.parley.application.tag;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryTagsTest implements TagsContract {
  private final InMemoryTags tags = new InMemoryTags();

  @Override
  public Tags tags() {
    return tags;
  }

  @Override
  public TagDirectory directory() {
    return tags;
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
