package dev.parley.application.anonymization;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where personal data is kept. Every method removes for good what it names and may be repeated; the
 * bytes of files follow by {@link #blobsToDelete}, which survives a crash in between.
 */
public interface PersonalData {
  /** Whether a conversation of the contact is still being handled. */
  Uni<Boolean> hasUnsettled(Transaction tx, ContactId contact);

  /** A conversation of the contact that is not anonymized; empty when there is none left. */
  Uni<Optional<ConversationId>> nextConversation(Transaction tx, ContactId contact);

  /**
   * Everything said, noted, received and answered about a conversation; the conversation's own
   * fields are emptied by saving it anonymized, after this.
   *
   * @return counts the conversation unless it was anonymized before
   */
  Uni<Removed> removeConversation(
      Transaction tx, ConversationId conversation, AnonymizationRequestId request, Instant now);

  /** A message's text, addresses, files and original. */
  Uni<Removed> removeMessage(
      Transaction tx, MessageId message, AnonymizationRequestId request, Instant now);

  /**
   * Names and addresses of a contact whose conversations are anonymized, what the contact wrote in
   * conversations of others, and the addresses in the recipients of others' messages.
   *
   * @return counts the contact unless it was anonymized before
   */
  Uni<Removed> removeContact(
      Transaction tx, ContactId contact, AnonymizationRequestId request, Instant now);

  /** Keys of files whose rows are gone and whose bytes are still there. */
  Uni<List<String>> blobsToDelete(Transaction tx, AnonymizationRequestId request, int most);

  Uni<Void> blobsDeleted(Transaction tx, List<String> keys);
}
