package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.id;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages of the specifications, all written at noon. */
final class AMessage {
  private AMessage() {}

  static Message fromJane() {
    return message(id(200), Direction.INBOUND, BY_JANE, false, NOON);
  }

  static Message fromJanesAutoResponder() {
    return message(id(201), Direction.INBOUND, BY_JANE, true, NOON);
  }

  static Message from(Author agent) {
    return message(id(202), Direction.OUTBOUND, agent, false, NOON);
  }

  static Message message(
      UUID id, Direction direction, Author author, boolean automatic, Instant at) {
    return new Message(
        new MessageId(id),
        AConversation.ID,
        direction,
        author,
        new Content(Content.Format.TEXT, "Hello"),
        List.of(),
        null,
        null,
        envelope(automatic),
        direction == Direction.INBOUND ? Delivery.NOT_APPLICABLE : Delivery.PENDING,
        at);
  }

  private static Envelope envelope(boolean automatic) {
    return new Envelope(
        new Mailbox(new EmailAddress("jane@example.org"), "Jane"),
        List.of(),
        List.of(),
        List.of(),
        "My order",
        automatic,
        Envelope.Sender.PARTICIPANT,
        null,
        null);
  }
}
