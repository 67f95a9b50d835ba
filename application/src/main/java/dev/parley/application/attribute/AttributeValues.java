package dev.parley.application.attribute;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.contact.ContactId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/**
 * What conversations and contacts hold in the fields of their organization, inside a transaction.
 * Fields come in the order in which they were defined; unknown ones are left out.
 */
public interface AttributeValues {
  /** Those of a conversation; saved with what is decided about it. */
  Uni<List<Field>> ofConversation(Transaction tx, long number, Set<CustomAttributeId> attributes);

  /**
   * Those of a contact, which is locked until the transaction ends.
   *
   * @return fails with {@code ContactNotFound}, {@code ContactIsAnonymized}
   */
  Uni<List<Field>> ofContact(Transaction tx, ContactId contact, Set<CustomAttributeId> attributes);

  /** Without effect when there is no change. */
  Uni<Void> save(Transaction tx, ContactId contact, List<AttributeChange> changes);
}
