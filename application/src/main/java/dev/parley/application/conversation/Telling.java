package dev.parley.application.conversation;

import dev.parley.application.conversation.ImportConversation.Command;
import dev.parley.application.conversation.ImportConversation.PastClosing;
import dev.parley.application.conversation.ImportConversation.PastMessage;
import dev.parley.application.conversation.ImportConversation.Problem;
import dev.parley.application.conversation.PastMessages.Arranged;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.ImportedHistory;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what an import says, and of those it names, what happened.
 *
 * @param writers other contacts than the requester who wrote
 * @param mailboxes ours that are named, by their address in lower case
 * @param colleagues those named who are agents
 */
record Telling(
    Command command,
    ConversationId id,
    Contact requester,
    Map<ContactId, Contact> writers,
    Map<String, ContactEndpoint> mailboxes,
    Set<AgentId> colleagues) {

  Telling {
    requireKnown(requester);
    writers.values().forEach(Telling::requireKnown);
  }

  /**
   * @throws DomainException {@code AgentNotFound} for an author or who closed it
   */
  ImportedHistory history(List<Arranged> messages) {
    return new ImportedHistory(
        beginning(), messages.stream().map(this::message).toList(), holder(), closing());
  }

  Decision<Conversation, ConversationEvent> told(ImportedHistory history) {
    return history.told(beganBy(history.messages()), command.actor().author());
  }

  /** Where the mailbox it came in by leads; null when there is none or it says nothing. */
  @Nullable QueueId queue() {
    ContactEndpoint ours = mailbox(command.endpointAddress());
    return ours == null ? null : ours.queue();
  }

  List<Problem> problems() {
    return command.holder() != null && holder() == null
        ? List.of(new Problem.NotAssigned())
        : List.of();
  }

  private Conversation.Beginning beginning() {
    ContactEndpoint ours = mailbox(command.endpointAddress());
    return new Conversation.Beginning(
        id,
        requester.id(),
        command.channel(),
        command.direction(),
        ours == null ? null : ours.id(),
        reach(),
        command.subject(),
        null,
        null,
        command.source(),
        command.createdAt());
  }

  private @Nullable String reach() {
    if (ChannelRules.isMail(command.channel())) {
      EmailAddress email = first(requester.emails());
      return email == null ? null : email.value();
    }
    return command.channel().carrier().equals(Channel.TELEPHONY)
        ? first(requester.phoneNumbers())
        : null;
  }

  private ImportedHistory.@Nullable Holder holder() {
    ImportedHistory.Holder wished = command.holder();
    return wished != null && colleagues.contains(wished.agent()) ? wished : null;
  }

  private ImportedHistory.@Nullable Closing closing() {
    PastClosing closing = command.closing();
    return closing == null
        ? null
        : new ImportedHistory.Closing(byAgent(closing.by()), closing.at());
  }

  private Author beganBy(List<Message> messages) {
    return command.direction() == Direction.INBOUND
        ? new Author.ByContact(requester.id())
        : messages.stream()
            .filter(message -> message.direction() == Direction.OUTBOUND)
            .map(Message::author)
            .findFirst()
            .orElseGet(() -> command.actor().author());
  }

  private Message message(Arranged arranged) {
    PastMessage past = arranged.past();
    return new Message(
        arranged.id(),
        id,
        past.isInbound() ? Direction.INBOUND : Direction.OUTBOUND,
        past.author() == null ? new Author.ByContact(writer(past).id()) : byAgent(past.author()),
        past.content(),
        arranged.stored(),
        arranged.externalId(),
        null,
        ChannelRules.isMail(command.channel()) ? envelope(past) : null,
        Delivery.NOT_APPLICABLE,
        past.createdAt());
  }

  private Envelope envelope(PastMessage past) {
    ContactEndpoint endpoint =
        mailbox(
            past.endpointAddress() == null ? command.endpointAddress() : past.endpointAddress());
    Mailbox ours =
        endpoint == null || endpoint.address() == null
            ? null
            : new Mailbox(new EmailAddress(endpoint.address()), null);
    Mailbox theirs = mailboxOf(past.isInbound() ? writer(past) : requester);
    return new Envelope(
        past.isInbound() ? theirs : ours,
        one(past.isInbound() ? ours : theirs),
        copies(past.cc()),
        copies(past.bcc()),
        command.subject(),
        false,
        Envelope.Sender.PARTICIPANT,
        null,
        null);
  }

  private Contact writer(PastMessage past) {
    return past.writtenBy() == null ? requester : writers.getOrDefault(past.writtenBy(), requester);
  }

  private Author byAgent(AgentId agent) {
    if (!colleagues.contains(agent)) {
      throw new DomainException(new AgentError.AgentNotFound(agent));
    }
    return new Author.ByAgent(agent);
  }

  private @Nullable ContactEndpoint mailbox(@Nullable String address) {
    return address == null ? null : mailboxes.get(address.toLowerCase(Locale.ROOT));
  }

  private static @Nullable Mailbox mailboxOf(Contact contact) {
    EmailAddress email = first(contact.emails());
    return email == null ? null : new Mailbox(email, contact.name().display());
  }

  private static List<Mailbox> one(@Nullable Mailbox mailbox) {
    return mailbox == null ? List.of() : List.of(mailbox);
  }

  private static List<Mailbox> copies(List<EmailAddress> addresses) {
    return addresses.stream().map(address -> new Mailbox(address, null)).toList();
  }

  private static <T> @Nullable T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  /** Whoever was forgotten is never remembered again: one is anonymized only once. */
  private static void requireKnown(Contact contact) {
    if (contact.anonymizedAt() != null) {
      throw new DomainException(new ContactError.ContactNotFound(contact.id()));
    }
  }
}
