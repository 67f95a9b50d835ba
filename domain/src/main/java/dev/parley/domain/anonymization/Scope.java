package dev.parley.domain.anonymization;

import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;

/** What is anonymized. A contact contains its conversations, a conversation its messages. */
public sealed interface Scope {

  record OfContact(ContactId contact) implements Scope {}

  /**
   * @param number the conversation's number, by which clients know it
   */
  record OfConversation(ConversationId conversation, long number) implements Scope {}

  record OfMessage(ConversationId conversation, long number, MessageId message) implements Scope {}
}
