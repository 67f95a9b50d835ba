package dev.parley.application.contact;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.attribute.InMemoryCustomAttributes;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryPages;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts of all organizations. */
public final class InMemoryContacts implements Contacts, ContactDirectory, Recoverable {
  private final InMemoryRows<ContactId, Contact> rows = new InMemoryRows<>();
  private final InMemoryRows<Former, Instant> former = new InMemoryRows<>();
  private final InMemoryNumbers numbers;
  private final InMemoryAttributeValues attributes;

  /** An address that a contact gave up; its row is when. */
  private record Former(ContactId contact, EmailAddress email) {}

  public InMemoryContacts(InMemoryNumbers numbers) {
    this(numbers, new InMemoryAttributeValues(new InMemoryCustomAttributes()));
  }

  public InMemoryContacts(InMemoryNumbers numbers, InMemoryAttributeValues attributes) {
    this.numbers = numbers;
    this.attributes = attributes;
  }

  /** Whether the id is a contact's, for those who tell contacts from agents. */
  public boolean has(OrganizationId organization, ContactId id) {
    return rows.find(organization, id).isPresent();
  }

  public Optional<Contact> find(OrganizationId organization, ContactId id) {
    return rows.find(organization, id);
  }

  /** All there is. */
  public List<?> everything() {
    return List.of(rows.all(), former.all());
  }

  /**
   * The addresses by which a contact is known, and until when: one that was given up names the
   * contact until another one takes it.
   */
  public Map<EmailAddress, Instant> addresses(OrganizationId organization, ContactId id) {
    Map<EmailAddress, Instant> addresses = new HashMap<>();
    former
        .entries(organization)
        .forEach(
            (key, until) -> {
              if (key.contact().equals(id)) {
                boolean taken = byEmail(organization, key.email()).isPresent();
                addresses.put(key.email(), taken ? until : Instant.MAX);
              }
            });
    find(organization, id)
        .ifPresent(contact -> contact.emails().forEach(email -> addresses.put(email, Instant.MAX)));
    return addresses;
  }

  /** Forgets the addresses that the contact gave up. */
  public void forgetFormer(OrganizationId organization, ContactId id) {
    former
        .entries(organization)
        .keySet()
        .forEach(
            key -> {
              if (key.contact().equals(id)) {
                former.remove(organization, key);
              }
            });
  }

  @Override
  public Runnable mark() {
    Runnable people = rows.mark();
    Runnable addresses = former.mark();
    return () -> {
      people.run();
      addresses.run();
    };
  }

  /** Makes a contact of somebody who was an agent; addresses of others stay theirs. */
  public void takeOver(OrganizationId organization, Agent agent) {
    Agent.Profile profile = agent.profile();
    Contact contact =
        new Contact(
            new ContactId(agent.id().value()),
            agent.number(),
            new Contact.Name(
                agent.displayName(),
                profile.firstName(),
                profile.middleNames(),
                profile.lastName()),
            Stream.concat(Stream.of(agent.email()), profile.additionalEmails().stream())
                .filter(email -> byEmail(organization, email).isEmpty())
                .toList(),
            Stream.concat(
                    Stream.ofNullable(agent.phoneNumber()),
                    profile.additionalPhoneNumbers().stream())
                .toList(),
            profile.avatarUrl(),
            null,
            false,
            agent.createdAt(),
            null);
    rows.put(organization, contact.id(), contact);
  }

  /** Puts back a contact that was changed, as anonymization does. */
  public void replace(OrganizationId organization, Contact contact) {
    rows.put(organization, contact.id(), contact);
  }

  @Override
  public Uni<Contact> get(Transaction tx, ContactId id) {
    return attempt(() -> require(tx.organization(), id));
  }

  @Override
  public Uni<Contact> findOrCreate(
      Transaction tx,
      EmailAddress address,
      @Nullable String displayName,
      ContactId newId,
      Instant now) {
    return attempt(
        () -> {
          synchronized (rows) {
            return byEmail(tx.organization(), address)
                .map(contact -> named(tx.organization(), contact, displayName))
                .orElseGet(() -> created(tx.organization(), address, displayName, newId, now));
          }
        });
  }

  @Override
  public Uni<Contact> add(OrganizationId organization, Contact contact) {
    return attempt(
        () -> {
          synchronized (rows) {
            requireFree(organization, contact);
            return store(organization, contact);
          }
        });
  }

  @Override
  public Uni<ContactView> change(
      OrganizationId organization, ContactId id, UnaryOperator<Contact> change, Instant now) {
    return attempt(
        () -> {
          synchronized (rows) {
            Contact present = require(organization, id);
            Contact changed = change.apply(present);
            requireFree(organization, changed);
            rows.put(organization, id, changed);
            present.emails().stream()
                .filter(email -> !has(changed, email))
                .forEach(email -> former.put(organization, new Former(id, email), now));
            return view(organization, changed);
          }
        });
  }

  @Override
  public Uni<ContactView> get(OrganizationId organization, ContactId id) {
    return attempt(() -> view(organization, require(organization, id)));
  }

  @Override
  public Uni<Page<Contact>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit) {
    return attempt(
        () ->
            InMemoryPages.page(
                rows.of(organization).stream().filter(contact -> fits(contact, filter)).toList(),
                after,
                limit,
                contact -> new Cursor(contact.createdAt(), contact.id().value())));
  }

  private Contact named(
      OrganizationId organization, Contact contact, @Nullable String displayName) {
    if (displayName == null || !contact.name().equals(Contact.Name.UNKNOWN)) {
      return contact;
    }
    Contact named = withName(contact, new Contact.Name(displayName, null, List.of(), null));
    rows.put(organization, named.id(), named);
    return named;
  }

  private Contact created(
      OrganizationId organization,
      EmailAddress address,
      @Nullable String displayName,
      ContactId newId,
      Instant now) {
    Contact.Name name = new Contact.Name(displayName, null, List.of(), null);
    return store(
        organization,
        new Contact(newId, 0, name, List.of(address), List.of(), null, null, false, now, null));
  }

  private Contact store(OrganizationId organization, Contact contact) {
    Contact numbered = withNumber(contact, numbers.next(organization, "people"));
    rows.put(organization, numbered.id(), numbered);
    return numbered;
  }

  private ContactView view(OrganizationId organization, Contact contact) {
    return new ContactView(contact, attributes.views(organization, contact.id().value()));
  }

  private Contact require(OrganizationId organization, ContactId id) {
    return find(organization, id)
        .orElseThrow(() -> new DomainException(new ContactError.ContactNotFound(id)));
  }

  private void requireFree(OrganizationId organization, Contact contact) {
    List<Contact> others =
        rows.of(organization).stream().filter(other -> !other.id().equals(contact.id())).toList();
    if (contact.emails().stream()
        .anyMatch(email -> others.stream().anyMatch(other -> has(other, email)))) {
      throw new DomainException(new ContactError.ContactKeyTaken("email"));
    }
    String externalId = contact.externalId();
    if (externalId != null
        && others.stream().anyMatch(other -> externalId.equals(other.externalId()))) {
      throw new DomainException(new ContactError.ContactKeyTaken("externalId"));
    }
  }

  public Optional<Contact> byEmail(OrganizationId organization, EmailAddress address) {
    return rows.of(organization).stream().filter(contact -> has(contact, address)).findFirst();
  }

  private static boolean fits(Contact contact, Filter filter) {
    return switch (filter) {
      case Filter.Everyone() -> true;
      case Filter.WithEmail(EmailAddress email) -> has(contact, email);
      case Filter.WithPhone(String number) -> contact.phoneNumbers().contains(number);
      case Filter.WithExternalId(String id) -> id.equals(contact.externalId());
    };
  }

  private static boolean has(Contact contact, EmailAddress address) {
    return contact.emails().stream().anyMatch(email -> email.key().equals(address.key()));
  }

  private static Contact withNumber(Contact contact, long number) {
    return new Contact(
        contact.id(),
        number,
        contact.name(),
        contact.emails(),
        contact.phoneNumbers(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.blocked(),
        contact.createdAt(),
        contact.anonymizedAt());
  }

  private static Contact withName(Contact contact, Contact.Name name) {
    return new Contact(
        contact.id(),
        contact.number(),
        name,
        contact.emails(),
        contact.phoneNumbers(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.blocked(),
        contact.createdAt(),
        contact.anonymizedAt());
  }
}
