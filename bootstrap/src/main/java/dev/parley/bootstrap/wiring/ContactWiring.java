package dev.parley.bootstrap.wiring;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.contact.ContactAdministration;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.contact.Contacts;
import dev.parley.application.contact.PatchContactAttributes;
import dev.parley.application.contact.PatchContactAttributesHandler;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.contact.PgContacts;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class ContactWiring {
  @Produces
  @Singleton
  Contacts contacts() {
    return new PgContacts();
  }

  @Produces
  @Singleton
  ContactDirectory directory(PgUnitOfWork unitOfWork) {
    return new PgContactDirectory(unitOfWork);
  }

  @Produces
  @Singleton
  PatchContactAttributes patchAttributes(UnitOfWork unitOfWork, AttributeValues attributes) {
    return new PatchContactAttributesHandler(unitOfWork, attributes);
  }

  @Produces
  @Singleton
  ContactAdministration administration(
      ContactDirectory contacts, IdSource ids, InstantSource clock) {
    return new ContactAdministration(contacts, ids, clock);
  }
}
