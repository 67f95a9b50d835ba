package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import java.time.Instant;
import java.util.UUID;

/** Who appears in the specifications, and when. */
final class Cast {
  static final AgentId ALICE = new AgentId(id(1));
  static final AgentId BOB = new AgentId(id(2));
  static final ContactId JANE = new ContactId(id(3));
  static final QueueId SUPPORT = new QueueId(id(4));
  static final QueueId SALES = new QueueId(id(5));

  /** The queue of those who have none. */
  static final QueueId LOBBY = new QueueId(id(6));

  static final ContactEndpointId MAILBOX = new ContactEndpointId(id(7));
  static final Tag VIP = new Tag(new TagId(id(8)), "VIP", null, true);
  static final Tag RETIRED = new Tag(new TagId(id(9)), "retired", null, false);

  static final Author BY_ALICE = new Author.ByAgent(ALICE);
  static final Author BY_BOB = new Author.ByAgent(BOB);
  static final Author BY_JANE = new Author.ByContact(JANE);
  static final Author BY_PARLEY = new Author.BySystem();

  /** When the conversations of the specifications began. */
  static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

  /** When the decisions of the specifications are made. */
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Cast() {}

  static UUID id(long number) {
    return new UUID(0x7000L, number);
  }
}
