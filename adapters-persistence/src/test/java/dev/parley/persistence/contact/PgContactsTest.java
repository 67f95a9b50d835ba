package dev.parley.persistence.contact;

import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.contact.Contacts;
import dev.parley.application.contact.ContactsContract;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgContactsTest extends PgStoreTest implements ContactsContract {
  @Override
  public Contacts contacts() {
    return new PgContacts();
  }

  @Override
  public ContactDirectory directory() {
    return new PgContactDirectory(pgUnitOfWork());
  }
}
