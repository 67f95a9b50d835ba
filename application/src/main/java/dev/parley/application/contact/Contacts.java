package dev.parley.application.contact;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Contacts as conversations need them, inside a transaction. */
public interface Contacts {
  /**
   * @return fails with {@code ContactNotFound}
   */
  Uni<Contact> get(Transaction tx, ContactId id);

  /**
   * The contact who has the address; created with {@code newId} when there is none. Two callers at
   * once get the same contact.
   *
   * @param displayName for a new contact, or one whose name is unknown
   */
  Uni<Contact> findOrCreate(
      Transaction tx,
      EmailAddress address,
      @Nullable String displayName,
      ContactId newId,
      Instant now);
}
