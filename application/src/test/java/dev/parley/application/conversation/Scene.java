package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.CountingIds;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organization with those who appear in the tests: Alice and Bob answer, Jane and Joe write to
 * the mailbox help@example.com, new conversations wait in the support queue.
 */
public final class Scene {
  /** When conversations begin. */
  public static final Instant MORNING = Instant.parse("2026-11-20T08:00:00.123Z");

  /** When something else happens. */
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00.456Z");

  public static final String MAILBOX = "help@example.com";

  public final OrganizationId organization;
  public final Seeds seeds;
  public final CountingIds ids = new CountingIds();
  public final AgentId alice = new AgentId(ids.next());
  public final AgentId bob = new AgentId(ids.next());
  public final ContactId jane = new ContactId(ids.next());
  public final ContactId joe = new ContactId(ids.next());
  public final QueueId support = new QueueId(ids.next());
  public final QueueId sales = new QueueId(ids.next());
  public final ContactEndpointId mailbox = new ContactEndpointId(ids.next());
  public final Tag vip = new Tag(new TagId(ids.next()), "VIP", "#ff0000", true);
  public final Tag retired = new Tag(new TagId(ids.next()), "Retired", null, false);

  public final Author byAlice = new Author.ByAgent(alice);
  public final Author byBob = new Author.ByAgent(bob);
  public final Author byJane = new Author.ByContact(jane);
  public final Author byJoe = new Author.ByContact(joe);

  public Scene(OrganizationId organization, Seeds seeds) {
    this.organization = organization;
    this.seeds = seeds;
    seeds.add(organization, agent(alice, "Alice", Availability.WORKING, false));
    seeds.add(organization, agent(bob, "Bob", Availability.WORKING, false));
    seeds.add(organization, contact(jane, "Jane Doe", "jane@example.org"));
    seeds.add(organization, contact(joe, "Joe Bloggs", "joe@example.org"));
    seeds.add(organization, queue(support, "Support", true, AssignmentPolicy.MANUAL, null));
    seeds.add(organization, queue(sales, "Sales", false, AssignmentPolicy.MANUAL, null));
    seeds.add(organization, vip);
    seeds.add(organization, retired);
    seeds.add(organization, endpoint(mailbox, MAILBOX));
  }

  public Actor actor() {
    return Actors.agent(organization, alice);
  }

  public Actor admin() {
    return Actors.admin(organization, alice);
  }

  public Agent agent(AgentId id, String name, Availability availability, boolean disabled) {
    return new Agent(
        id,
        0,
        name,
        new EmailAddress(name.toLowerCase(java.util.Locale.ROOT) + "@example.com"),
        "+45" + name.length(),
        Set.of(Role.AGENT),
        availability,
        disabled,
        MORNING);
  }

  public Contact contact(ContactId id, String name, String... emails) {
    return contact(id, name, false, emails);
  }

  public Contact blockedContact(ContactId id, String name, String... emails) {
    return contact(id, name, true, emails);
  }

  private static Contact contact(ContactId id, String name, boolean blocked, String... emails) {
    return new Contact(
        id,
        0,
        new Contact.Name(name, null, List.of(), null),
        java.util.Arrays.stream(emails).map(EmailAddress::new).toList(),
        List.of("+46" + name.length()),
        null,
        null,
        blocked,
        MORNING,
        null);
  }

  public Queue queue(
      QueueId id,
      String name,
      boolean isDefault,
      AssignmentPolicy policy,
      @Nullable Duration offerTimeout) {
    return new Queue(id, 0, name, isDefault, policy, 0, offerTimeout, null, MORNING);
  }

  public ContactEndpoint endpoint(ContactEndpointId id, String address) {
    return new ContactEndpoint(id, 0, Channel.EMAIL, null, address, support, Map.of(), Map.of());
  }

  public ConversationId newConversationId() {
    return new ConversationId(ids.next());
  }

  /** Jane wrote to the mailbox. */
  public Decision<Conversation, ConversationEvent> aNewConversation() {
    ConversationId id = newConversationId();
    return aNewConversation(fromJane(id).at(MORNING));
  }

  /** It begins with the message, in the support queue when that came in, Alice's otherwise. */
  public Decision<Conversation, ConversationEvent> aNewConversation(AMessage first) {
    return aNewConversation(first, jane, support);
  }

  public Decision<Conversation, ConversationEvent> aNewConversation(
      AMessage first, ContactId requester, QueueId queue) {
    return aNewConversation("Where is my order?", first, requester, queue);
  }

  public Decision<Conversation, ConversationEvent> aNewConversation(
      @Nullable String subject, AMessage first, ContactId requester, QueueId queue) {
    Conversation.Beginning beginning =
        new Conversation.Beginning(
            first.conversation(),
            requester,
            Channel.EMAIL,
            first.direction(),
            mailbox,
            requester.equals(jane) ? "jane@example.org" : "joe@example.org",
            subject,
            "en",
            first.createdAt());
    return first.direction() == Direction.INBOUND
        ? Conversation.startInbound(beginning, first.build(), queue)
        : Conversation.startOutbound(beginning, first.build(), alice, queue);
  }

  public AMessage fromJane(ConversationId conversation) {
    return new AMessage(ids.next(), conversation, Direction.INBOUND, byJane);
  }

  public AMessage fromJoe(ConversationId conversation) {
    return new AMessage(ids.next(), conversation, Direction.INBOUND, byJoe);
  }

  public AMessage from(ContactId contact, ConversationId conversation) {
    return new AMessage(ids.next(), conversation, Direction.INBOUND, new Author.ByContact(contact));
  }

  public AMessage fromAlice(ConversationId conversation) {
    return new AMessage(ids.next(), conversation, Direction.OUTBOUND, byAlice);
  }

  public InternalNote note(ConversationId conversation, String text, Instant at) {
    return new InternalNote(new NoteId(ids.next()), conversation, alice, text, at);
  }
}
