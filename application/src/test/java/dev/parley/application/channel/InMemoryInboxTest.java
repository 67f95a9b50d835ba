package dev.parley.application.channel;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryInboxTest implements InboxContract {
  private final InMemoryInbox inbox = new InMemoryInbox();

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public AcceptedDeliveries deliveries() {
    return inbox;
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
