package dev.parley.application.contact;

import dev.parley.application.shared.ImmediateUnitOfWork;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

class InMemoryContactsTest implements ContactsContract {
  private final InMemoryContacts contacts = new InMemoryContacts(new InMemoryNumbers());

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public ContactDirectory directory() {
    return contacts;
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
