package dev.parley.application.contact;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The contacts of an organization. Each call is a transaction. */
public interface ContactDirectory {
  /**
   * Stores a new contact under the next number that contacts and agents share.
   *
   * @return the contact with its number; fails with {@code ContactKeyTaken} of {@code email} or
   *     {@code externalId}
   */
  Uni<Contact> add(OrganizationId organization, Contact contact);

  /**
   * @return fails with {@code ContactNotFound}
   */
  Uni<Contact> get(OrganizationId organization, ContactId id);

  /** Oldest first; anonymized ones are still there, without anything personal. */
  Uni<Page<Contact>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit);

  /** Which contacts are asked for. */
  sealed interface Filter {
    record Everyone() implements Filter {}

    record WithEmail(EmailAddress email) implements Filter {}

    record WithPhone(String phoneNumber) implements Filter {
      @Override
      public String toString() {
        return "WithPhone";
      }
    }

    record WithExternalId(String externalId) implements Filter {
      @Override
      public String toString() {
        return "WithExternalId";
      }
    }
  }
}
