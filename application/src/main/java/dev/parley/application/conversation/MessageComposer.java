package dev.parley.application.conversation;

import dev.parley.application.channel.OutboundSender;
import dev.parley.application.channel.Senders;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a message of what a client drafted. */
final class MessageComposer {
  private static final Delivery NO_CONNECTOR =
      new Delivery(Delivery.Status.FAILED, "no connector for this channel");

  private final Senders senders;

  MessageComposer(Senders senders) {
    this.senders = senders;
  }

  /**
   * Where a message is written: its conversation and the addresses at both ends.
   *
   * @param endpointAddress ours, null when the channel needs none
   * @param contactAddress the contact's in the channel's form
   */
  record Place(
      ConversationId conversation,
      Channel channel,
      @Nullable String endpointAddress,
      @Nullable String contactAddress,
      @Nullable String subject) {}

  /**
   * @throws DomainException {@code InvalidMessage} without content and files, or when an outbound
   *     mail has no recipient
   */
  Message inbound(
      Place place,
      MessageId id,
      MessageDraft draft,
      ContactId requester,
      List<Attachment> files,
      Instant now) {
    requireSomething(draft);
    return new Message(
        id,
        place.conversation(),
        Direction.INBOUND,
        new Author.ByContact(requester),
        draft.content(),
        files,
        draft.externalId(),
        null,
        ChannelRules.isMail(place.channel()) ? received(place) : null,
        Delivery.NOT_APPLICABLE,
        now);
  }

  /** As {@link #inbound}, written by the draft's agent, with copies to other contacts. */
  Message outbound(
      Place place,
      MessageId id,
      MessageDraft draft,
      Author author,
      List<Attachment> files,
      Copies copies,
      Instant now) {
    requireSomething(draft);
    Optional<OutboundSender> sender = senders.of(place.channel().carrier());
    return new Message(
        id,
        place.conversation(),
        Direction.OUTBOUND,
        author,
        draft.content(),
        files,
        draft.externalId(),
        sender.map(s -> s.providerId(ours(place), place.conversation(), id)).orElse(null),
        ChannelRules.isMail(place.channel()) ? written(place, copies) : null,
        sender.isPresent() ? Delivery.PENDING : NO_CONNECTOR,
        now);
  }

  /** Contacts who get a copy of an outbound mail. */
  record Copies(List<Contact> cc, List<Contact> bcc) {
    static final Copies NONE = new Copies(List.of(), List.of());
  }

  private static void requireSomething(MessageDraft draft) {
    boolean blank = draft.content() == null || draft.content().value().isBlank();
    if (blank && draft.files().isEmpty()) {
      throw invalid("has neither content nor attachments");
    }
  }

  private static Envelope received(Place place) {
    return new Envelope(
        mailbox(place.contactAddress()),
        one(place.endpointAddress()),
        List.of(),
        List.of(),
        place.subject(),
        false,
        Envelope.Sender.PARTICIPANT,
        null,
        null);
  }

  private static Envelope written(Place place, Copies copies) {
    List<Mailbox> to = one(place.contactAddress());
    if (to.isEmpty()) {
      throw invalid("has no recipient");
    }
    return new Envelope(
        mailbox(ours(place)),
        to,
        addresses(copies.cc()),
        addresses(copies.bcc()),
        place.subject(),
        false,
        Envelope.Sender.PARTICIPANT,
        null,
        null);
  }

  private static String ours(Place place) {
    String address = place.endpointAddress();
    if (address == null) {
      throw invalid("has no address of ours to be sent from");
    }
    return address;
  }

  private static List<Mailbox> addresses(List<Contact> contacts) {
    return contacts.stream().map(MessageComposer::addressOf).toList();
  }

  private static Mailbox addressOf(Contact contact) {
    if (contact.emails().isEmpty()) {
      throw invalid("is copied to a contact without e-mail address");
    }
    return new Mailbox(contact.emails().getFirst(), contact.name().display());
  }

  private static List<Mailbox> one(@Nullable String address) {
    Mailbox mailbox = mailbox(address);
    return mailbox == null ? List.of() : List.of(mailbox);
  }

  private static @Nullable Mailbox mailbox(@Nullable String address) {
    return address == null ? null : new Mailbox(new EmailAddress(address), null);
  }

  private static DomainException invalid(String rule) {
    return new DomainException(new ConversationError.InvalidMessage(rule));
  }
}
