package dev.parley.benchmarks.micro;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Ordinary conversations by mail. */
final class Samples {
  /** About 80 words, as long as mails to a help desk often are. */
  static final String TEXT =
      """
      Hello, I ordered a reading lamp three weeks ago and it arrived on Tuesday, but it does not \
      light up. I have tried two other bulbs and another socket, and the switch clicks as it \
      should. My order number is 48213-B. Could you please tell me whether you can send me a new \
      one, or where I have to send this one back to? I would rather keep it, since it fits so \
      nicely beside the armchair. Thank you very much, and kind regards from Aarhus, Ada
      """;

  static final QueueId QUEUE = new QueueId(id(3));

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ConversationId CONVERSATION = new ConversationId(id(1));
  private static final ContactId CONTACT = new ContactId(id(2));
  private static final AgentId AGENT = new AgentId(id(4));
  private static final Mailbox ADA = mailbox("ada@example.com", "Ada Lovelace");
  private static final Mailbox SUPPORT = mailbox("support@example.org", "Support");

  private Samples() {}

  static Decision<Conversation, ConversationEvent> started() {
    return Conversation.startInbound(
        new Conversation.Beginning(
            CONVERSATION,
            CONTACT,
            Channel.EMAIL,
            Direction.INBOUND,
            new ContactEndpointId(id(5)),
            ADA.email().value(),
            "My lamp does not light up",
            "en",
            NOON),
        message(0),
        QUEUE);
  }

  /** An agent has it and answers. */
  static Decision<Conversation, ConversationEvent> answered() {
    return started()
        .state()
        .claim(AGENT, false, new Author.ByAgent(AGENT), NOON.plusSeconds(30))
        .state()
        .add(message(1), false, QUEUE);
  }

  static List<Message> messages(int count) {
    return IntStream.range(0, count).mapToObj(Samples::message).toList();
  }

  /**
   * @param position even ones are the contact's, odd ones the agent's
   */
  private static Message message(int position) {
    boolean inbound = position % 2 == 0;
    return new Message(
        new MessageId(id(100 + position)),
        CONVERSATION,
        inbound ? Direction.INBOUND : Direction.OUTBOUND,
        inbound ? new Author.ByContact(CONTACT) : new Author.ByAgent(AGENT),
        inbound
            ? new Content(Content.Format.TEXT, TEXT)
            : new Content(Content.Format.HTML, "<p>" + TEXT + "</p>"),
        List.of(),
        null,
        "<" + position + "@example.com>",
        inbound ? envelope(ADA, SUPPORT) : envelope(SUPPORT, ADA),
        inbound ? Delivery.NOT_APPLICABLE : Delivery.PENDING,
        NOON.plusSeconds(60L * position));
  }

  private static Envelope envelope(Mailbox from, Mailbox to) {
    return new Envelope(
        from,
        List.of(to),
        List.of(),
        List.of(),
        "My lamp does not light up",
        false,
        Envelope.Sender.PARTICIPANT,
        null,
        null);
  }

  private static Mailbox mailbox(String address, String name) {
    return new Mailbox(new EmailAddress(address), name);
  }

  static UUID id(long number) {
    return new UUID(0x0193_4a5b_6c7d_7000L, 0x8000_0000_0000_0000L | number);
  }
}
