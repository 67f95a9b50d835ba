package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.channel.Senders;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateConversationTest extends HandlerTest {
  private final CreateConversation create = handler(senders);

  private CreateConversation handler(Senders with) {
    return new CreateConversationHandler(
        stores.unitOfWork,
        stores.conversations,
        stores.endpoints,
        stores.contacts,
        stores.queues,
        stores.agents,
        with,
        files,
        ids,
        clock,
        wakeups);
  }

  @Test
  void whatTheRequesterWroteWaitsInTheQueueOfTheEndpoint() {
    ContactEndpointId toSales = endpoint("sales@example.com", scene().sales);
    long number = await(create("sales@example.com", draft(null, "Hello")));

    Conversation created = load(number);
    assertThat(created.endpoint()).isEqualTo(toSales);
    assertThat(created.direction()).isEqualTo(Direction.INBOUND);
    assertThat(created.state()).isEqualTo(new ConversationState.Open());
    assertThat(created.assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
    assertThat(created.contactAddress()).isEqualTo("jane@example.org");
    assertThat(created.subject()).isEqualTo("Order");
    assertThat(created.language()).isEqualTo("da");
    assertThat(created.createdAt()).isEqualTo(NOON);
  }

  @Test
  void anEndpointWithoutQueueLeadsToTheDefaultOne() {
    endpoint("any@example.com", null);

    long number = await(create("any@example.com", draft(null, "Hello")));

    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
  }

  @Test
  void whatTheRequesterWroteIsNotSentToAnybody() {
    long number = await(create(draft(null, "Hello")));

    Message message = messages(number).getFirst();
    assertThat(message.author()).isEqualTo(scene().byJane);
    assertThat(message.delivery()).isEqualTo(Delivery.NOT_APPLICABLE);
    assertThat(envelope(message).from()).isEqualTo(AMessage.mailbox("jane@example.org"));
    assertThat(envelope(message).to()).containsExactly(AMessage.mailbox(Scene.MAILBOX));
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void anAgentWhoWritesFirstKeepsIt() {
    long number = await(create(draft(scene().bob, "Hello Jane")));

    Conversation created = load(number);
    assertThat(created.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(created.assignment()).isEqualTo(new Assignment.Assigned(scene().bob, NOON));
    assertThat(created.lastQueue()).isNotNull();
  }

  @Test
  void whatAnAgentWroteWaitsToBeSentUnderAnIdThatWillNotChange() {
    long number = await(create(draft(scene().bob, "Hello Jane")));

    Message message = messages(number).getFirst();
    assertThat(message.author()).isEqualTo(scene().byBob);
    assertThat(message.delivery()).isEqualTo(Delivery.PENDING);
    assertThat(message.providerId())
        .isEqualTo(mail.providerId(Scene.MAILBOX, load(number).id(), message.id()));
    assertThat(envelope(message).from()).isEqualTo(AMessage.mailbox(Scene.MAILBOX));
    assertThat(envelope(message).to()).containsExactly(AMessage.mailbox("jane@example.org"));
    assertThat(stores.data.outbox().of(here()))
        .extracting(InMemoryConversationData.Waiting::message)
        .containsExactly(message.id());
  }

  @Test
  void copiesGoToTheContactsNamed() {
    MessageDraft draft =
        new MessageDraft(
            scene().bob,
            text("Hello"),
            List.of(),
            null,
            List.of(scene().joe),
            List.of(scene().jane));

    Message message = messages(await(create(draft))).getFirst();

    assertThat(envelope(message).cc())
        .containsExactly(new Mailbox(new EmailAddress("joe@example.org"), "Joe Bloggs"));
    assertThat(envelope(message).bcc())
        .containsExactly(new Mailbox(new EmailAddress("jane@example.org"), "Jane Doe"));
  }

  @Test
  void withoutConnectorForTheChannelTheFailureIsVisibleAtOnce() {
    long number =
        await(handler(new Senders(List.of())).handle(command(alice(), draft(scene().bob, "Hi"))));

    assertThat(messages(number).getFirst().delivery().status()).isEqualTo(Delivery.Status.FAILED);
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void filesAreKeptWithTheMessage() {
    MessageDraft draft =
        new MessageDraft(
            null,
            null,
            List.of(file("a.txt", "one"), file("b.txt", "two")),
            null,
            List.of(),
            List.of());

    Message message = messages(await(create(draft))).getFirst();

    assertThat(message.attachments()).hasSize(2);
    assertThat(message.attachments().getLast().fileName()).isEqualTo("b.txt");
    assertThat(await(stores.blobs.get(here(), message.attachments().getLast().blob())))
        .hasValueSatisfying(
            bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("two"));
  }

  @Test
  void theWorkersAreToldOfIt() {
    await(create(draft(null, "Hello")));

    assertThat(wakeups.woken()).contains(Topic.OUTBOUND, Topic.ASSIGNMENT);
  }

  @Test
  void aRepeatedExternalIdIsRefused() {
    MessageDraft draft =
        new MessageDraft(null, text("Hello"), List.of(), "ext-1", List.of(), List.of());
    await(create(draft));

    assertThat(errorOf(create(draft))).isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(stores.data.conversations().of(here())).hasSize(1);
  }

  @Test
  void whatIsRefusedLeavesNoFilesBehind() {
    MessageDraft draft =
        new MessageDraft(
            null, text("Hello"), List.of(file("a.txt", "one")), "ext-1", List.of(), List.of());
    await(create(draft));

    assertThat(errorOf(create(draft))).isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(errorOf(create("nobody@example.com", draft)))
        .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
    assertThat(stores.blobs.keys(here())).hasSize(1);
  }

  @Test
  void aMessageOfNothingIsRefused() {
    assertThat(errorOf(create(draft(null, "  "))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
    assertThat(errorOf(create(draft(scene().bob, ""))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void aRequesterWithoutAddressCannotBeWrittenTo() {
    ContactId silent = new ContactId(ids.next());
    scene().seeds.add(here(), scene().contact(silent, "Silent"));

    assertThat(errorOf(create.handle(command(alice(), Scene.MAILBOX, silent, draft(null, "Hi")))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void nobodyIsCopiedWithoutAddress() {
    ContactId silent = new ContactId(ids.next());
    scene().seeds.add(here(), scene().contact(silent, "Silent"));
    MessageDraft draft =
        new MessageDraft(scene().bob, text("Hello"), List.of(), null, List.of(silent), List.of());

    assertThat(errorOf(create(draft))).isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void everybodyAndEverythingNamedMustExist() {
    ContactId nobody = new ContactId(ids.next());
    AgentId noAgent = new AgentId(ids.next());
    AgentId contact = new AgentId(scene().joe.value());

    assertThat(errorOf(create.handle(command(alice(), Scene.MAILBOX, nobody, draft(null, "Hi")))))
        .isEqualTo(new ContactError.ContactNotFound(nobody));
    assertThat(errorOf(create("no@example.com", draft(null, "Hi"))))
        .isEqualTo(new ContactEndpointError.ContactEndpointNotFound("no@example.com"));
    assertThat(errorOf(create(draft(noAgent, "Hi"))))
        .isEqualTo(new AgentError.AgentNotFound(noAgent));
    assertThat(errorOf(create(draft(contact, "Hi"))))
        .isEqualTo(new AgentError.NotAnAgent(contact.value()));
  }

  @Test
  void nothingOfAnotherOrganizationCanBeNamed() {
    ContactId theirs = new ContactId(ids.next());
    AgentId agent = new AgentId(ids.next());
    abroad().seeds.add(elsewhere(), abroad().contact(theirs, "Zoe", "zoe@example.org"));
    abroad().seeds.add(elsewhere(), abroad().agent(agent, "Carol", Availability.WORKING, false));

    assertThat(errorOf(create.handle(command(alice(), Scene.MAILBOX, theirs, draft(null, "Hi")))))
        .isEqualTo(new ContactError.ContactNotFound(theirs));
    assertThat(errorOf(create(draft(agent, "Hi")))).isEqualTo(new AgentError.AgentNotFound(agent));
    assertThat(stores.data.conversations().all()).isEmpty();
  }

  @Test
  void itTakesThePermissionToWrite() {
    assertRefusedWithout(Permission.CONVERSATIONS_WRITE, draft(scene().bob, "Hi"));
    assertRefusedWithout(Permission.CONVERSATIONS_WRITE, draft(null, "Hi"));
    assertRefusedWithout(Permission.MESSAGES_WRITE_AS_CONTACT, draft(null, "Hi"));
    assertThat(stores.data.conversations().all()).isEmpty();
  }

  private void assertRefusedWithout(Permission permission, MessageDraft draft) {
    assertThatThrownBy(
            () -> await(create.handle(command(Actors.without(alice(), permission), draft))))
        .isInstanceOfSatisfying(
            DomainException.class,
            e ->
                assertThat(e.error())
                    .isEqualTo(new SharedError.PermissionMissing(permission.name())));
  }

  private Uni<Long> create(MessageDraft draft) {
    return create.handle(command(alice(), draft));
  }

  private Uni<Long> create(String endpoint, MessageDraft draft) {
    return create.handle(command(alice(), endpoint, scene().jane, draft));
  }

  private CreateConversation.Command command(Actor actor, MessageDraft draft) {
    return command(actor, Scene.MAILBOX, scene().jane, draft);
  }

  private static CreateConversation.Command command(
      Actor actor, String endpoint, ContactId requester, MessageDraft draft) {
    return new CreateConversation.Command(
        actor,
        requester,
        new CreateConversation.ByMail(Channel.EMAIL, endpoint, "Order", "da", draft));
  }

  private ContactEndpointId endpoint(String address, @Nullable QueueId queue) {
    ContactEndpointId id = new ContactEndpointId(ids.next());
    scene()
        .seeds
        .add(
            here(),
            new ContactEndpoint(id, 0, Channel.EMAIL, null, address, queue, Map.of(), Map.of()));
    return id;
  }

  static Envelope envelope(Message message) {
    Envelope envelope = message.envelope();
    assertThat(envelope).isNotNull();
    return Objects.requireNonNull(envelope);
  }
}
