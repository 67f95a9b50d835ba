package dev.parley.application.contact;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  Uni<ContactView> get(OrganizationId organization, ContactId id);

  /**
   * Stores what {@code change} makes of the contact, which nobody else changes meanwhile.
   *
   * @param change may refuse by throwing
   * @param now until when the contact had the addresses that it loses; they are remembered, so that
   *     anonymization finds them where others mention them
   * @return the contact as it is now; fails with {@code ContactNotFound}, with {@code
   *     ContactKeyTaken} as {@link #add}, and with what {@code change} throws
   */
  Uni<ContactView> change(
      OrganizationId organization, ContactId id, UnaryOperator<Contact> change, Instant now);

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
