package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddMessageTest extends HandlerTest {
  private final AddMessage add =
      new AddMessageHandler(
          stores.unitOfWork,
          stores.conversations,
          stores.endpoints,
          stores.contacts,
          stores.queues,
          stores.agents,
          senders,
          files,
          ids,
          clock,
          wakeups);

  @Test
  void anAnswerIsKeptAndWaitsToBeSent() {
    long number = aConversation();

    Message answer = await(add(number, draft(scene().bob, "Tomorrow")));

    assertThat(messages(number)).last().isEqualTo(answer);
    assertThat(answer.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(answer.author()).isEqualTo(scene().byBob);
    assertThat(answer.createdAt()).isEqualTo(NOON);
    assertThat(answer.delivery()).isEqualTo(Delivery.PENDING);
    assertThat(CreateConversationTest.envelope(answer).to())
        .containsExactly(AMessage.mailbox("jane@example.org"));
    assertThat(stores.data.outbox().of(here()))
        .extracting(InMemoryConversationData.Waiting::message)
        .containsExactly(answer.id());
    assertThat(wakeups.woken()).contains(Topic.OUTBOUND);
  }

  @Test
  void anAnswerChangesNeitherStateNorAssignment() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));
    Conversation before = load(number);

    await(add(number, draft(scene().bob, "Tomorrow")));

    assertThat(load(number).state()).isEqualTo(before.state());
    assertThat(load(number).assignment()).isEqualTo(before.assignment());
  }

  @Test
  void whatTheRequesterSaysReopensAClosedConversationIntoItsQueue() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));

    Message said = await(add(number, draft(null, "Still waiting")));

    assertThat(said.direction()).isEqualTo(Direction.INBOUND);
    assertThat(said.author()).isEqualTo(scene().byJane);
    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void aBlockedRequesterReopensNothing() {
    ContactId zoe = new ContactId(ids.next());
    scene().seeds.add(here(), scene().blockedContact(zoe, "Zoe", "zoe@example.org"));
    long number =
        create(
            scene()
                .aNewConversation(
                    scene().from(zoe, scene().newConversationId()), zoe, scene().support));
    decide(number, present -> present.close(scene().byAlice, NOON));

    await(add(number, draft(null, "Still here")));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(messages(number)).hasSize(2);
  }

  @Test
  void anAnswerCanBeWrittenFromAnotherAddressOfOurs() {
    ContactEndpointId sales = new ContactEndpointId(ids.next());
    scene().seeds.add(here(), scene().endpoint(sales, "sales@example.net"));
    long number = aConversation();

    Message answer =
        await(
            add.handle(
                new AddMessage.Command(
                    alice(), number, draft(scene().bob, "Hi"), "SALES@example.net")));

    assertThat(CreateConversationTest.envelope(answer).from())
        .isEqualTo(AMessage.mailbox("sales@example.net"));
    assertThat(answer.providerId()).endsWith("@example.net>");
  }

  @Test
  void anAddressThatIsNotOursIsRefused() {
    long number = aConversation();

    assertThat(
            errorOf(
                add.handle(
                    new AddMessage.Command(
                        alice(), number, draft(scene().bob, "Hi"), "no@example.net"))))
        .isEqualTo(new ContactEndpointError.ContactEndpointNotFound("no@example.net"));
  }

  @Test
  void aRepeatedExternalIdIsRefusedAndLeavesNoFiles() {
    long number = aConversation();
    MessageDraft draft =
        new MessageDraft(
            null, text("Hello"), List.of(file("a.txt", "one")), "ext-1", List.of(), List.of());
    await(add(number, draft));

    assertThat(errorOf(add(number, draft))).isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(messages(number)).hasSize(2);
    assertThat(stores.blobs.keys(here())).hasSize(1);
  }

  @Test
  void filesStayWhenNobodyKnowsWhetherTheMessageWasStored() {
    long number = aConversation();
    AddMessage losing =
        new AddMessageHandler(
            losingAnswers(),
            stores.conversations,
            stores.endpoints,
            stores.contacts,
            stores.queues,
            stores.agents,
            senders,
            files,
            ids,
            clock,
            wakeups);
    MessageDraft draft =
        new MessageDraft(
            null, text("Hello"), List.of(file("a.txt", "one")), null, List.of(), List.of());

    assertThat(errorOf(losing.handle(new AddMessage.Command(alice(), number, draft, null))))
        .isEqualTo(new SharedError.TemporarilyUnavailable());
    assertThat(messages(number).getLast().attachments()).hasSize(1);
    assertThat(stores.blobs.keys(here())).hasSize(1);
  }

  @Test
  void aMessageOfNothingIsRefused() {
    long number = aConversation();

    assertThat(errorOf(add(number, draft(scene().bob, " "))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
    assertThat(messages(number)).hasSize(1);
  }

  @Test
  void everybodyNamedMustExist() {
    long number = aConversation();
    AgentId nobody = new AgentId(ids.next());
    ContactId stranger = new ContactId(ids.next());

    assertThat(errorOf(add(4711, draft(scene().bob, "Hi"))))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(errorOf(add(number, draft(nobody, "Hi"))))
        .isEqualTo(new AgentError.AgentNotFound(nobody));
    assertThat(errorOf(add(number, draft(new AgentId(scene().jane.value()), "Hi"))))
        .isEqualTo(new AgentError.NotAnAgent(scene().jane.value()));
    assertThat(
            errorOf(
                add(
                    number,
                    new MessageDraft(
                        scene().bob, text("Hi"), List.of(), null, List.of(stranger), List.of()))))
        .isEqualTo(new ContactError.ContactNotFound(stranger));
  }

  @Test
  void aConversationOfAnotherOrganizationIsNotFound() {
    create(abroad(), abroad().aNewConversation());

    assertThat(errorOf(add(1, draft(scene().bob, "Hi"))))
        .isEqualTo(new ConversationError.ConversationNotFound());
  }

  @Test
  void nothingIsAddedToAnAnonymizedConversation() {
    long number = aConversation();
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    assertThat(errorOf(add(number, draft(scene().bob, "Hi"))))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
    assertThat(errorOf(add(number, draft(null, "Hi"))))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
  }

  @Test
  void itTakesThePermissionToWrite() {
    long number = aConversation();

    assertThat(refusal(Permission.CONVERSATIONS_WRITE, number, draft(scene().bob, "Hi")))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_WRITE"));
    assertThat(refusal(Permission.MESSAGES_WRITE_AS_CONTACT, number, draft(null, "Hi")))
        .isEqualTo(new SharedError.PermissionMissing("MESSAGES_WRITE_AS_CONTACT"));
    assertThat(messages(number)).hasSize(1);
  }

  @Test
  void messagesThatAreAddedAtOnceAreAllKept() {
    long number = aConversation();
    List<Uni<Message>> atOnce =
        IntStream.range(0, 20).mapToObj(i -> add(number, draft(scene().bob, "No. " + i))).toList();

    await(Uni.join().all(atOnce).andFailFast());

    assertThat(messages(number)).hasSize(21);
    assertThat(load(number).version()).isEqualTo(events(number).size());
  }

  /** Commits, but the connection breaks before that is known. */
  private UnitOfWork losingAnswers() {
    return new UnitOfWork() {
      @Override
      public <T> Uni<T> inTransaction(
          OrganizationId organization, Function<Transaction, Uni<T>> work) {
        return stores
            .unitOfWork
            .inTransaction(organization, work)
            .onItem()
            .failWith(() -> new DomainException(new SharedError.TemporarilyUnavailable()));
      }
    };
  }

  private DomainError refusal(Permission missing, long number, MessageDraft draft) {
    Actor actor = Actors.without(alice(), missing);
    return errorOf(
        Uni.createFrom()
            .deferred(() -> add.handle(new AddMessage.Command(actor, number, draft, null))));
  }

  private Uni<Message> add(long number, MessageDraft draft) {
    return add.handle(new AddMessage.Command(alice(), number, draft, null));
  }
}
