package dev.parley.application.contact;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Outcome;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The people an organization knows. */
public final class ContactAdministration {
  private final ContactDirectory contacts;
  private final IdSource ids;
  private final InstantSource clock;

  public ContactAdministration(ContactDirectory contacts, IdSource ids, InstantSource clock) {
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the contact with its number; fails with {@code ContactKeyTaken}, {@code InvalidField}
   */
  public Uni<ContactView> create(Actor actor, ContactChange wanted) {
    actor.require(Permission.CONTACTS_WRITE);
    Contact blank =
        new Contact(
            new ContactId(ids.next()),
            0,
            Contact.Name.UNKNOWN,
            List.of(),
            List.of(),
            null,
            null,
            false,
            clock.instant(),
            null);
    return contacts
        .add(actor.organization(), wanted.applyTo(blank))
        .map(made -> new ContactView(made, List.of()));
  }

  /** As {@link #create}, several at once; see {@link Outcome#ofEach}. */
  public Uni<List<Outcome<ContactView>>> createAll(Actor actor, List<ContactChange> wanted) {
    actor.require(Permission.CONTACTS_WRITE);
    return Outcome.ofEach(wanted, each -> create(actor, each));
  }

  /**
   * @return the changed contact; fails with {@code ContactNotFound}, {@code ContactIsAnonymized},
   *     {@code ContactKeyTaken}, {@code InvalidField}, {@code NothingToChange}
   */
  public Uni<ContactView> change(Actor actor, Update update) {
    actor.require(Permission.CONTACTS_WRITE);
    if (update.change().isEmpty()) {
      throw new DomainException(new SharedError.NothingToChange());
    }
    return contacts.change(
        actor.organization(), update.contact(), update.change()::applyTo, clock.instant());
  }

  /** As {@link #change}, several at once; see {@link Outcome#ofEach}. */
  public Uni<List<Outcome<ContactView>>> changeAll(Actor actor, List<Update> updates) {
    actor.require(Permission.CONTACTS_WRITE);
    return Outcome.ofEach(updates, each -> change(actor, each));
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
  public Uni<ContactView> get(Actor actor, ContactId id) {
    actor.require(Permission.CONTACTS_READ);
    return contacts.get(actor.organization(), id);
  }

  /** What to change about whom. */
  public record Update(ContactId contact, ContactChange change) {}
}
