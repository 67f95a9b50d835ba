package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.ImportConversation.Imported;
import dev.parley.application.conversation.ImportConversation.PastClosing;
import dev.parley.application.conversation.ImportConversation.PastMessage;
import dev.parley.application.conversation.ImportConversation.Problem;
import dev.parley.application.conversation.ImportConversation.RemoteFile;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.ImportedHistory.Holder;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportConversationTest extends HandlerTest {
  private static final Source SOURCE = new Source("MyChat", "c-1");

  private final ImportConversation importing =
      new ImportConversationHandler(
          stores.unitOfWork,
          stores.conversations,
          stores.endpoints,
          stores.contacts,
          stores.queues,
          stores.agents,
          (url, name) -> fetched(url),
          files,
          ids,
          clock,
          wakeups);

  private @Nullable Holder holder;
  private @Nullable PastClosing closing;
  private @Nullable String mailbox;
  private Channel channel = Channel.API;
  private Source source = SOURCE;
  private Direction direction = Direction.INBOUND;
  private Instant createdAt = MORNING;

  @Test
  void whatWasSaidIsKeptInTheOrderOfItsTimesAndNeverSent() {
    PastMessage answer = said(scene().bob, "Tomorrow", MORNING.plusSeconds(2));
    PastMessage question = said(null, "When?", MORNING.plusSeconds(1));

    Imported imported = await(importing(answer, question));

    assertThat(imported.problems()).isEmpty();
    assertThat(messages(imported.number()))
        .extracting(Message::author, Message::content, Message::createdAt, Message::delivery)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                scene().byJane, text("When?"), MORNING.plusSeconds(1), Delivery.NOT_APPLICABLE),
            org.assertj.core.groups.Tuple.tuple(
                scene().byBob, text("Tomorrow"), MORNING.plusSeconds(2), Delivery.NOT_APPLICABLE));
    assertThat(stores.data.outbox().of(here())).isEmpty();
    assertThat(load(imported.number()).source()).isEqualTo(SOURCE);
    assertThat(load(imported.number()).createdAt()).isEqualTo(MORNING);
  }

  @Test
  void messagesOfTheSameMomentKeepTheirOrder() {
    List<PastMessage> many =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> said(null, "line " + i, MORNING))
            .toList();

    long number = await(importing(many.toArray(PastMessage[]::new))).number();

    assertThat(messages(number))
        .extracting(Message::content)
        .containsExactlyElementsOf(many.stream().map(PastMessage::content).toList());
  }

  @Test
  void whatIsOpenAndInNobodysHandsWaitsFromNowOnInTheDefaultQueue() {
    Conversation open = load(await(importing(said(null, "Hi", MORNING))).number());

    assertThat(open.state()).isEqualTo(new ConversationState.Open());
    assertThat(open.stateUpdatedAt()).isEqualTo(MORNING);
    assertThat(open.assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void whoeverHoldsItHoldsItSinceThen() {
    holder = new Holder(scene().bob, MORNING.plusSeconds(5));

    long number = await(importing(said(null, "Hi", MORNING))).number();

    assertThat(load(number).assignment())
        .isEqualTo(new Assignment.Assigned(scene().bob, MORNING.plusSeconds(5)));
    assertThat(load(number).lastQueue()).isNull();
    assertThat(eventTypes(number))
        .containsExactly(
            ConversationEvent.Started.class,
            ConversationEvent.MessageAdded.class,
            ConversationEvent.Assigned.class);
  }

  @Test
  void whatWasClosedIsClosed() {
    closing = new PastClosing(scene().bob, MORNING.plusSeconds(9));

    long number = await(importing(said(null, "Hi", MORNING))).number();

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(load(number).stateUpdatedAt()).isEqualTo(MORNING.plusSeconds(9));
    assertThat(events(number).getLast())
        .isEqualTo(new ConversationEvent.Closed(MORNING.plusSeconds(9), scene().byBob));
  }

  @Test
  void whoCannotHoldItDoesNotAndItWaits() {
    holder = new Holder(new AgentId(scene().joe.value()), MORNING);

    Imported imported = await(importing(said(null, "Hi", MORNING)));

    assertThat(imported.problems()).containsExactly(new Problem.NotAssigned());
    assertThat(load(imported.number()).assignment()).isInstanceOf(Assignment.Queued.class);
  }

  @Test
  void anOutboundOneWasBegunByItsFirstAgentElseByTheImporter() {
    direction = Direction.OUTBOUND;
    source = new Source("MyChat", null);

    assertThat(beganBy(said(scene().bob, "Hi", MORNING))).isEqualTo(scene().byBob);
    assertThat(beganBy()).isEqualTo(scene().byAlice);
  }

  private dev.parley.domain.shared.Author beganBy(PastMessage... messages) {
    return events(await(importing(messages)).number()).getFirst().by();
  }

  @Test
  void aMailHasItsEnvelope() {
    channel = Channel.EMAIL;
    mailbox = "HELP@example.com";
    PastMessage received = said(null, scene().joe, "Hi", List.of());
    PastMessage sent =
        new PastMessage(
            scene().bob,
            null,
            text("Hello"),
            List.of(),
            null,
            MORNING.plusSeconds(1),
            null,
            List.of(new EmailAddress("cc@example.org")),
            List.of(new EmailAddress("bcc@example.org")));

    long number = await(importing(received, sent)).number();

    Conversation conversation = load(number);
    assertThat(conversation.endpoint()).isEqualTo(scene().mailbox);
    assertThat(conversation.contactAddress()).isEqualTo("jane@example.org");
    assertThat(conversation.subject()).isEqualTo("Order");
    Envelope first = CreateConversationTest.envelope(messages(number).getFirst());
    assertThat(messages(number).getFirst().author()).isEqualTo(scene().byJoe);
    assertThat(first.from())
        .isEqualTo(new Mailbox(new EmailAddress("joe@example.org"), "Joe Bloggs"));
    assertThat(first.to()).containsExactly(AMessage.mailbox(Scene.MAILBOX));
    Envelope second = CreateConversationTest.envelope(messages(number).getLast());
    assertThat(second.from()).isEqualTo(AMessage.mailbox(Scene.MAILBOX));
    assertThat(second.to())
        .containsExactly(new Mailbox(new EmailAddress("jane@example.org"), "Jane Doe"));
    assertThat(second.cc()).containsExactly(AMessage.mailbox("cc@example.org"));
    assertThat(second.bcc()).containsExactly(AMessage.mailbox("bcc@example.org"));
  }

  @Test
  void aFileThatCannotBeFetchedIsLeftOut() {
    Imported imported =
        await(
            importing(
                said(
                    null,
                    null,
                    "See",
                    List.of(
                        new RemoteFile("https://files.example/gone", null),
                        new RemoteFile("https://files.example/here", null)))));

    assertThat(imported.problems()).containsExactly(new Problem.FileNotFetched(1, "x-1"));
    Message message = messages(imported.number()).getFirst();
    assertThat(message.attachments()).hasSize(1);
    assertThat(stores.blobs.keys(here())).containsExactly(message.attachments().getFirst().blob());
  }

  @Test
  void aMessageWhoseIdAnEarlierOneHasIsKeptWithoutIt() {
    PastMessage first = said(null, null, "One", List.of());
    PastMessage second = said(null, null, "Two", List.of());

    Imported imported = await(importing(first, second));

    assertThat(imported.problems()).containsExactly(new Problem.ExternalIdRepeated(2, "x-1"));
    assertThat(messages(imported.number()))
        .extracting(Message::externalId)
        .containsExactly("x-1", null);
  }

  @Test
  void theSameConversationIsImportedOnce() {
    await(importing(said(null, "Hi", MORNING)));

    assertThat(errorOf(importing(said(null, "Hi", MORNING))))
        .isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(stores.data.conversations().of(here())).hasSize(1);
    source = new Source("OtherChat", "c-1");
    await(importing(said(null, "Hi", MORNING)));
  }

  @Test
  void whatIsRefusedLeavesNoFilesBehind() {
    await(importing(said(null, "Hi", MORNING)));

    assertThat(
            errorOf(
                importing(
                    said(
                        null,
                        null,
                        "See",
                        List.of(new RemoteFile("https://files.example/here", null))))))
        .isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(stores.blobs.keys(here())).isEmpty();
  }

  @Test
  void whoeverIsNamedMustExist() {
    AgentId noAgent = new AgentId(ids.next());
    ContactId nobody = new ContactId(ids.next());

    assertThat(errorOf(importing(alice(), nobody)))
        .isEqualTo(new ContactError.ContactNotFound(nobody));
    assertThat(errorOf(importing(said(noAgent, "Hi", MORNING))))
        .isEqualTo(new AgentError.AgentNotFound(noAgent));
    assertThat(errorOf(importing(said(null, nobody, "Hi", List.of()))))
        .isEqualTo(new ContactError.ContactNotFound(nobody));
    closing = new PastClosing(noAgent, MORNING);
    assertThat(errorOf(importing())).isEqualTo(new AgentError.AgentNotFound(noAgent));
    closing = null;
    channel = Channel.EMAIL;
    mailbox = "no@example.com";
    assertThat(errorOf(importing()))
        .isEqualTo(new ContactEndpointError.ContactEndpointNotFound("no@example.com"));
    assertThat(stores.data.conversations().all()).isEmpty();
  }

  @Test
  void nothingHappenedInTheFuture() {
    Instant soon = NOON.plus(ImportConversation.CLOCK_SKEW);

    await(importing(said(null, "Hi", soon)));
    source = new Source("MyChat", null);
    assertInvalid("messages.createdAt", said(null, "Hi", soon.plusMillis(1)));
    holder = new Holder(scene().bob, soon.plusMillis(1));
    assertInvalid("assignment.assignedAt");
    holder = null;
    closing = new PastClosing(scene().bob, soon.plusMillis(1));
    assertInvalid("closing.closedAt");
    closing = null;
    createdAt = soon.plusMillis(1);
    assertInvalid("createdAt");
  }

  @Test
  void thereIsAnEndToWhatComesAtOnce() {
    PastMessage message = said(null, "Hi", MORNING);
    RemoteFile file = new RemoteFile("https://files.example/here", null);

    assertInvalid(
        "messages",
        Collections.nCopies(ImportConversation.MESSAGES_MAX + 1, message)
            .toArray(PastMessage[]::new));
    assertInvalid(
        "messages",
        said(null, null, "Hi", Collections.nCopies(ImportConversation.FILES_MAX + 1, file)));
    assertThat(stores.blobs.keys(here())).isEmpty();
  }

  @Test
  void aMessageOfNothingIsRefused() {
    assertThat(errorOf(importing(said(null, " ", MORNING))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void itTakesThePermissionsToWrite() {
    for (Permission permission :
        List.of(Permission.CONVERSATIONS_WRITE, Permission.MESSAGES_WRITE_AS_CONTACT)) {
      assertThat(errorOf(importing(Actors.without(alice(), permission), scene().jane)))
          .isEqualTo(new SharedError.PermissionMissing(permission.name()));
    }
  }

  private void assertInvalid(String path, PastMessage... messages) {
    assertThat(errorOf(importing(messages)))
        .isInstanceOfSatisfying(
            SharedError.InvalidField.class, error -> assertThat(error.path()).isEqualTo(path));
  }

  private Uni<Imported> importing(PastMessage... messages) {
    return importing(alice(), scene().jane, messages);
  }

  private Uni<Imported> importing(Actor actor, ContactId requester, PastMessage... messages) {
    return Uni.createFrom()
        .deferred(
            () ->
                importing.handle(
                    new ImportConversation.Command(
                        actor,
                        requester,
                        channel,
                        source,
                        direction,
                        createdAt,
                        mailbox,
                        "Order",
                        List.of(messages),
                        holder,
                        closing)));
  }

  private static PastMessage said(@Nullable AgentId author, String text, Instant at) {
    return new PastMessage(
        author, null, text(text), List.of(), null, at, null, List.of(), List.of());
  }

  private static PastMessage said(
      @Nullable AgentId author, @Nullable ContactId by, String text, List<RemoteFile> files) {
    return new PastMessage(
        author,
        by,
        new Content(Content.Format.TEXT, text),
        files,
        "x-1",
        MORNING,
        null,
        List.of(),
        List.of());
  }

  private static Uni<IncomingFile> fetched(String url) {
    return url.endsWith("gone")
        ? Uni.createFrom()
            .failure(new DomainException(new ConversationError.AttachmentNotFetched()))
        : Uni.createFrom().item(file("here.txt", "here"));
  }
}
