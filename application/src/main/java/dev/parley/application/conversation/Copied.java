package dev.parley.application.conversation;

import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Loads the contacts that a draft names as recipients of copies. */
final class Copied {
  private final Contacts contacts;

  Copied(Contacts contacts) {
    this.contacts = contacts;
  }

  Uni<MessageComposer.Copies> load(Transaction tx, MessageDraft draft) {
    return Loads.then(
        all(tx, draft.cc()),
        all(tx, draft.bcc()),
        (cc, bcc) -> Uni.createFrom().item(new MessageComposer.Copies(cc, bcc)));
  }

  private Uni<List<Contact>> all(Transaction tx, List<ContactId> ids) {
    Uni<List<Contact>> found = Uni.createFrom().item(List.of());
    for (ContactId id : ids) {
      Uni<Contact> next = contacts.get(tx, id);
      found = Loads.then(found, next, (before, one) -> Uni.createFrom().item(with(before, one)));
    }
    return found;
  }

  private static List<Contact> with(List<Contact> before, Contact one) {
    List<Contact> all = new ArrayList<>(before);
    all.add(one);
    return all;
  }
}
