package dev.parley.application.attribute;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Fields of conversations and contacts in memory. */
public final class InMemoryFields implements AttributeValues {
  private final InMemoryAttributeValues values;
  private final InMemoryConversationData data;
  private final InMemoryContacts contacts;

  public InMemoryFields(
      InMemoryAttributeValues values, InMemoryConversationData data, InMemoryContacts contacts) {
    this.values = values;
    this.data = data;
    this.contacts = contacts;
  }

  @Override
  public Uni<List<Field>> ofConversation(
      Transaction tx, long number, Set<CustomAttributeId> attributes) {
    return attempt(
        () -> {
          UUID owner =
              data.conversations().of(tx.organization()).stream()
                  .filter(stored -> stored.number() == number)
                  .map(stored -> stored.conversation().id().value())
                  .findFirst()
                  .orElse(new UUID(0, 0));
          return fields(tx, owner, attributes);
        });
  }

  @Override
  public Uni<List<Field>> ofContact(
      Transaction tx, ContactId id, Set<CustomAttributeId> attributes) {
    return attempt(
        () -> {
          Contact contact =
              contacts
                  .find(tx.organization(), id)
                  .orElseThrow(() -> new DomainException(new ContactError.ContactNotFound(id)));
          if (contact.anonymizedAt() != null) {
            throw new DomainException(new ContactError.ContactIsAnonymized(id));
          }
          return fields(tx, id.value(), attributes);
        });
  }

  private List<Field> fields(Transaction tx, UUID owner, Set<CustomAttributeId> attributes) {
    return values.fields(
        tx.organization(), owner, definition -> attributes.contains(definition.id()));
  }

  @Override
  public Uni<Void> save(Transaction tx, ContactId contact, List<AttributeChange> changes) {
    return attempt(() -> values.save(tx.organization(), contact.value(), changes));
  }
}
