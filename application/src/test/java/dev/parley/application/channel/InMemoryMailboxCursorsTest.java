package dev.parley.application.channel;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryMailboxCursorsTest implements MailboxCursorsContract {
  private final InMemoryMailboxCursors cursors = new InMemoryMailboxCursors();

  @Override
  public MailboxCursors cursors() {
    return cursors;
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
