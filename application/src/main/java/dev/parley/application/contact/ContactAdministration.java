package dev.parley.application.contact;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people an organization knows. */
public final class ContactAdministration {
  public static final int PHONE_MAX = 50;
  public static final int AVATAR_URL_MAX = 2000;
  public static final int EXTERNAL_ID_MAX = 255;

  private final ContactDirectory contacts;
  private final IdSource ids;
  private final InstantSource clock;

  public ContactAdministration(ContactDirectory contacts, IdSource ids, InstantSource clock) {
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the contact with its number; fails with {@code ContactKeyTaken}
   */
  public Uni<Contact> create(Actor actor, NewContact wanted) {
    actor.require(Permission.CONTACTS_WRITE);
    Contact contact =
        new Contact(
            new ContactId(ids.next()),
            0,
            wanted.name(),
            wanted.distinctEmails(),
            wanted.distinctPhoneNumbers(),
            limited("avatarUrl", wanted.avatarUrl(), AVATAR_URL_MAX),
            limited("externalId", wanted.externalId(), EXTERNAL_ID_MAX),
            false,
            clock.instant(),
            null);
    return contacts.add(actor.organization(), contact);
  }

  /** Oldest first. */
  public Uni<Page<Contact>> list(
      Actor actor, ContactDirectory.Filter filter, Optional<Cursor> after, int limit) {
    actor.require(Permission.CONTACTS_READ);
    return contacts.page(actor.organization(), filter, after, limit);
  }

  /**
   * @return fails with {@code ContactNotFound}
   */
  public Uni<Contact> get(Actor actor, ContactId id) {
    actor.require(Permission.CONTACTS_READ);
    return contacts.get(actor.organization(), id);
  }

  private static @Nullable String limited(String path, @Nullable String value, int max) {
    return value == null ? null : Text.required(path, value, max);
  }

  /** A contact as a client describes one; addresses in order of preference, repeats allowed. */
  public record NewContact(
      Contact.Name name,
      List<EmailAddress> emails,
      List<String> phoneNumbers,
      @Nullable String avatarUrl,
      @Nullable String externalId) {

    List<EmailAddress> distinctEmails() {
      Map<String, EmailAddress> distinct = new LinkedHashMap<>();
      emails.forEach(email -> distinct.putIfAbsent(email.key(), email));
      return limited("emails", distinct.values());
    }

    List<String> distinctPhoneNumbers() {
      return limited(
          "phoneNumbers",
          phoneNumbers.stream()
              .map(number -> Text.required("phoneNumber", number.strip(), PHONE_MAX))
              .distinct()
              .toList());
    }

    private static <T> List<T> limited(String path, Collection<T> addresses) {
      if (addresses.size() > Contact.ADDRESSES_MAX) {
        throw SharedError.invalid(path, "must be at most " + Contact.ADDRESSES_MAX);
      }
      return List.copyOf(addresses);
    }

    @Override
    public String toString() {
      return "NewContact";
    }
  }
}
