package dev.parley.application.anonymization;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.channel.InMemoryArrivals;
import dev.parley.application.channel.InMemoryArrivals.Arrival;
import dev.parley.application.channel.InMemoryArrivals.State;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.InMemoryWebhooks;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the fakes keep personal data. */
public final class InMemoryPersonalData implements PersonalData, Recoverable {
  private final InMemoryConversationData data;
  private final InMemoryArrivals arrivals;
  private final InMemoryContacts contacts;
  private final InMemoryAttributeValues attributes;
  private final InMemoryWebhooks webhooks;
  private final InMemoryRows<String, Buried> tombstones = new InMemoryRows<>();

  public InMemoryPersonalData(
      InMemoryConversationData data,
      InMemoryArrivals arrivals,
      InMemoryContacts contacts,
      InMemoryAttributeValues attributes,
      InMemoryWebhooks webhooks) {
    this.data = data;
    this.webhooks = webhooks;
    this.arrivals = arrivals;
    this.contacts = contacts;
    this.attributes = attributes;
  }

  /** A file whose bytes have to go. */
  private record Buried(String blob, AnonymizationRequestId request) {}

  @Override
  public Uni<Boolean> hasUnsettled(Transaction tx, ContactId contact) {
    return attempt(
        () ->
            conversationsOf(tx, contact).stream()
                .anyMatch(conversation -> !conversation.state().isSettled()));
  }

  @Override
  public Uni<Optional<ConversationId>> nextConversation(Transaction tx, ContactId contact) {
    return attempt(
        () ->
            conversationsOf(tx, contact).stream()
                .min(Comparator.comparing(Conversation::createdAt))
                .map(Conversation::id));
  }

  private List<Conversation> conversationsOf(Transaction tx, ContactId contact) {
    return data.conversations().of(tx.organization()).stream()
        .map(Stored::conversation)
        .filter(conversation -> conversation.requester().equals(contact))
        .filter(conversation -> conversation.anonymizedAt() == null)
        .toList();
  }

  @Override
  public Uni<Removed> removeConversation(
      Transaction tx, ConversationId conversation, AnonymizationRequestId request, Instant now) {
    return attempt(
        () -> {
          OrganizationId organization = tx.organization();
          Emptied emptied =
              empty(tx, request, message -> message.conversation().equals(conversation));
          int originals =
              arrivals.removeBytes(
                  organization, arrival -> conversation.equals(arrival.conversation()));
          List<InternalNote> notes =
              data.notes().of(organization).stream()
                  .filter(note -> note.conversation().equals(conversation))
                  .toList();
          notes.forEach(note -> data.notes().remove(organization, note.id()));
          attributes.forgetTexts(organization, conversation.value());
          data.forgetFormerTexts(organization, conversation);
          data.forgetComments(organization, rated -> rated.conversation().equals(conversation));
          webhooks.empty(organization, conversation);
          return new Removed(
              0,
              isNews(tx, conversation) ? 1 : 0,
              emptied.messages(),
              notes.size(),
              emptied.files(),
              emptied.originals() + originals,
              0);
        });
  }

  private boolean isNews(Transaction tx, ConversationId id) {
    return data.conversations()
        .find(tx.organization(), id)
        .filter(stored -> stored.conversation().anonymizedAt() == null)
        .isPresent();
  }

  @Override
  public Uni<Removed> removeMessage(
      Transaction tx, MessageId id, AnonymizationRequestId request, Instant now) {
    return attempt(
        () -> {
          data.messages()
              .find(tx.organization(), id)
              .ifPresent(message -> webhooks.empty(tx.organization(), message.conversation()));
          return removed(0, empty(tx, request, message -> message.id().equals(id)));
        });
  }

  @Override
  public Uni<Removed> removeContact(
      Transaction tx, ContactId id, AnonymizationRequestId request, Instant now) {
    return attempt(
        () -> {
          Author author = new Author.ByContact(id);
          data.messages().of(tx.organization()).stream()
              .filter(message -> message.author().equals(author))
              .forEach(message -> webhooks.empty(tx.organization(), message.conversation()));
          Emptied emptied = empty(tx, request, message -> message.author().equals(author));
          Optional<Contact> known = contacts.find(tx.organization(), id);
          known.ifPresent(contact -> forget(tx, contact, now));
          return removed(
              known.filter(contact -> contact.anonymizedAt() == null).isPresent() ? 1 : 0, emptied);
        });
  }

  private static Removed removed(int contacts, Emptied emptied) {
    return new Removed(contacts, 0, emptied.messages(), 0, emptied.files(), emptied.originals(), 0);
  }

  private record Emptied(int messages, int files, int originals) {}

  private Emptied empty(Transaction tx, AnonymizationRequestId request, Predicate<Message> wanted) {
    OrganizationId organization = tx.organization();
    List<Message> all = data.messages().of(organization).stream().filter(wanted).toList();
    List<Message> full =
        all.stream()
            .filter(message -> !message.equals(InMemoryConversationData.emptied(message)))
            .toList();
    List<Attachment> files =
        full.stream().flatMap(message -> message.attachments().stream()).toList();
    files.forEach(file -> bury(organization, file.blob(), request));
    full.forEach(message -> data.empty(organization, message.id()));
    all.forEach(message -> data.outbox().remove(organization, message.id()));
    int originals = arrivals.removeBytes(organization, arrival -> isOriginalOf(arrival, all));
    return new Emptied(full.size(), files.size(), originals);
  }

  private static boolean isOriginalOf(Arrival arrival, List<Message> messages) {
    return messages.stream().anyMatch(message -> message.id().value().equals(arrival.raw().id()));
  }

  private void forget(Transaction tx, Contact contact, Instant now) {
    OrganizationId organization = tx.organization();
    Map<EmailAddress, Instant> addresses = contacts.addresses(organization, contact.id());
    List<Message> mentioning =
        data.messages().of(organization).stream()
            .filter(
                message -> mentions(message.envelope(), knownAt(addresses, message.createdAt())))
            .toList();
    mentioning.forEach(
        message ->
            data.messages()
                .put(
                    organization,
                    message.id(),
                    without(message, knownAt(addresses, message.createdAt()))));
    arrivals.removeBytes(organization, arrival -> isOriginalOf(arrival, mentioning));
    arrivals.removeBytes(
        organization,
        arrival ->
            arrival.state() == State.PARKED
                && holdsAny(arrival, knownAt(addresses, arrival.raw().receivedAt())));
    contacts.forgetFormer(organization, contact.id());
    attributes.forgetTexts(organization, contact.id().value());
    data.forgetComments(organization, rated -> rated.rating().user().equals(contact.id()));
    contacts.replace(
        organization,
        new Contact(
            contact.id(),
            contact.number(),
            Contact.Name.UNKNOWN,
            List.of(),
            List.of(),
            null,
            null,
            contact.blocked(),
            contact.createdAt(),
            contact.anonymizedAt() == null ? now : contact.anonymizedAt()));
  }

  private static Set<String> knownAt(Map<EmailAddress, Instant> addresses, Instant at) {
    return addresses.entrySet().stream()
        .filter(address -> !address.getValue().isBefore(at))
        .map(address -> address.getKey().key())
        .collect(Collectors.toSet());
  }

  private static boolean mentions(
      @org.jspecify.annotations.Nullable Envelope envelope, Set<String> keys) {
    if (envelope == null) {
      return false;
    }
    String spelled = dev.parley.application.shared.Spelled.out(envelope).toLowerCase(Locale.ROOT);
    return keys.stream().anyMatch(spelled::contains);
  }

  private static boolean holdsAny(Arrival arrival, Set<String> keys) {
    byte[] bytes = arrival.bytes();
    String text =
        bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return keys.stream().anyMatch(text::contains);
  }

  private static Message without(Message message, Set<String> keys) {
    Envelope envelope = message.envelope();
    return new Message(
        message.id(),
        message.conversation(),
        message.direction(),
        message.author(),
        message.content(),
        message.attachments(),
        message.externalId(),
        message.providerId(),
        envelope == null ? null : without(envelope, keys),
        message.delivery(),
        message.createdAt());
  }

  private static Envelope without(Envelope envelope, Set<String> keys) {
    return new Envelope(
        envelope.from(),
        without(envelope.to(), keys),
        without(envelope.cc(), keys),
        without(envelope.bcc(), keys),
        envelope.subject(),
        envelope.automatic(),
        envelope.sender(),
        null,
        null);
  }

  private static List<Mailbox> without(List<Mailbox> mailboxes, Set<String> keys) {
    return mailboxes.stream().filter(mailbox -> !keys.contains(mailbox.email().key())).toList();
  }

  private void bury(OrganizationId organization, String blob, AnonymizationRequestId request) {
    if (tombstones.find(organization, blob).isEmpty()) {
      tombstones.put(organization, blob, new Buried(blob, request));
    }
  }

  @Override
  public Uni<List<String>> blobsToDelete(Transaction tx, AnonymizationRequestId request, int most) {
    return attempt(
        () ->
            tombstones.of(tx.organization()).stream()
                .filter(buried -> buried.request().equals(request))
                .map(Buried::blob)
                .limit(most)
                .toList());
  }

  @Override
  public Uni<Void> blobsDeleted(Transaction tx, List<String> keys) {
    return attempt(() -> keys.forEach(key -> tombstones.remove(tx.organization(), key)));
  }

  @Override
  public Runnable mark() {
    return tombstones.mark();
  }
}
