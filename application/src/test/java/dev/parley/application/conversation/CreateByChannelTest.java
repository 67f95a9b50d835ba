package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.CreateConversation.ByCallback;
import dev.parley.application.conversation.CreateConversation.ByChat;
import dev.parley.application.conversation.CreateConversation.ByMail;
import dev.parley.application.conversation.CreateConversation.BySms;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.conversation.CreateConversation.Opening;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different from mails when a conversation begins over something else. */
class CreateByChannelTest extends HandlerTest {
  private static final String OUR_NUMBER = "+4540404040";

  private final ContactEndpointId widget = endpoint(Channel.WIDGET, null);
  private final ContactEndpointId telephone = endpoint(Channel.TELEPHONY, OUR_NUMBER);
  private final CreateConversation create =
      new CreateConversationHandler(
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
  void aFormIsAnsweredByMail() {
    long filledIn = await(create(form(draft(null, "Hello"))));
    long answer = await(create(form(draft(scene().bob, "Hello Jane"))));

    Conversation conversation = load(filledIn);
    assertThat(conversation.channel()).isEqualTo(Channel.CONTACT_FORM);
    assertThat(conversation.contactAddress()).isEqualTo("jane@example.org");
    assertThat(conversation.assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
    assertThat(CreateConversationTest.envelope(message(filledIn)).from())
        .isEqualTo(AMessage.mailbox("jane@example.org"));
    Message sent = message(answer);
    assertThat(sent.delivery()).isEqualTo(Delivery.PENDING);
    assertThat(sent.providerId()).isNotNull();
    assertThat(load(answer).assignment().holder()).contains(scene().bob);
    assertThat(
            this.<Optional<Deliveries.Outgoing>>inTransaction(
                    tx -> deliveries().load(tx, sent.id()))
                .orElseThrow()
                .endpoint())
        .isEqualTo(scene().mailbox);
  }

  @Test
  void aChatRemembersTheBrowserAndWaits() {
    BrowserInfo browser = new BrowserInfo("Firefox", "150", "192.0.2.1", "https://shop.example/");

    long number = await(create(new ByChat(widget, browser, "da", draft(null, "Hello?"))));

    Conversation conversation = load(number);
    assertThat(conversation.channel()).isEqualTo(Channel.WIDGET);
    assertThat(conversation.endpoint()).isEqualTo(widget);
    assertThat(conversation.browser()).isEqualTo(browser);
    assertThat(conversation.language()).isEqualTo("da");
    assertThat(conversation.contactAddress()).isNull();
    assertThat(conversation.assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
    assertThat(message(number).envelope()).isNull();
  }

  @Test
  void whatIsSaidWhereNothingCanBeSentFailsAtOnce() {
    long chat = await(create(chat(draft(scene().bob, "Hello?"))));
    long sms = await(create(new BySms(OUR_NUMBER, draft(scene().bob, "It is on its way."))));

    for (long number : List.of(chat, sms)) {
      assertThat(message(number).delivery())
          .isEqualTo(new Delivery(Delivery.Status.FAILED, "no connector for this channel"));
      assertThat(load(number).assignment().holder()).contains(scene().bob);
    }
    assertThat(load(sms).channel()).isEqualTo(Channel.SMS);
    assertThat(load(sms).endpoint()).isEqualTo(telephone);
    assertThat(load(sms).contactAddress()).isEqualTo("+468");
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void anSmsIsOnlyOutbound() {
    assertThat(errorOf(create(new BySms(OUR_NUMBER, draft(null, "Hi")))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void aCallbackWaitsInTheQueueThatIsNamedAndSaysNothing() {
    long asked = await(create(callback(Direction.INBOUND)));
    long offered = await(create(callback(Direction.OUTBOUND)));

    assertThat(load(asked).channel()).isEqualTo(Channel.CALLBACK);
    assertThat(load(asked).direction()).isEqualTo(Direction.INBOUND);
    assertThat(load(offered).direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(load(asked).contactAddress()).isEqualTo("+468");
    assertThat(load(asked).assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
    assertThat(events(asked))
        .containsExactly(
            new ConversationEvent.Started(NOON, scene().byJane),
            new ConversationEvent.Queued(NOON, new Author.BySystem(), scene().sales));
    assertThat(events(offered).getFirst())
        .isEqualTo(new ConversationEvent.Started(NOON, scene().byAlice));
    assertThat(messages(asked)).isEmpty();
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void whereANumberIsCalledTheRequesterMustHaveOne() {
    ContactId mute = new ContactId(ids.next());
    scene()
        .seeds
        .add(here(), contact(mute, List.of(new EmailAddress("mute@example.org")), List.of()));

    for (Opening opening :
        List.of(callback(Direction.INBOUND), new BySms(OUR_NUMBER, draft(scene().bob, "Hello")))) {
      assertThat(errorOf(create.handle(command(mute, opening))))
          .isEqualTo(new ConversationError.InvalidMessage("the requester has no phone number"));
    }
  }

  @Test
  void onlyEndpointsOfTheChannelAreFound() {
    QueueId nowhere = new QueueId(ids.next());

    assertThat(errorOf(create(new ByChat(scene().mailbox, null, null, draft(null, "Hi")))))
        .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
    assertThat(errorOf(create(new BySms("+4599999999", draft(scene().bob, "Hi")))))
        .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
    assertThat(errorOf(create(new ByCallback(Scene.MAILBOX, scene().sales, Direction.INBOUND))))
        .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
    assertThat(errorOf(create(new ByCallback(OUR_NUMBER, nowhere, Direction.INBOUND))))
        .isEqualTo(new QueueError.QueueNotFound(nowhere));
  }

  @Test
  void nothingBeginsWithSomebodyWhoWasForgotten() {
    stores.contacts.replace(
        here(),
        new Contact(
            scene().jane,
            1,
            Contact.Name.UNKNOWN,
            List.of(),
            List.of(),
            null,
            null,
            false,
            MORNING,
            MORNING));

    assertThat(errorOf(create(chat(draft(null, "Hello?")))))
        .isEqualTo(new ContactError.ContactNotFound(scene().jane));
    assertThat(errorOf(create(callback(Direction.INBOUND))))
        .isEqualTo(new ContactError.ContactNotFound(scene().jane));
  }

  @Test
  void onlyMailsHaveCopiesAndOnlyWhatsAppHasMarkdown() {
    MessageDraft copied =
        new MessageDraft(scene().bob, text("Hi"), List.of(), null, List.of(scene().joe), List.of());
    MessageDraft markdown =
        new MessageDraft(
            null,
            new Content(Content.Format.MARKDOWN, "*Hi*"),
            List.of(),
            null,
            List.of(),
            List.of());

    assertThat(errorOf(create(chat(copied)))).isInstanceOf(ConversationError.InvalidMessage.class);
    assertThat(errorOf(create(chat(markdown))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
    assertThat(errorOf(create(form(markdown))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
  }

  @Test
  void toAskForACallInSomebodysNameTakesThePermissionToWriteInIt() {
    assertThatThrownBy(
            () ->
                await(
                    create.handle(
                        new CreateConversation.Command(
                            Actors.without(alice(), Permission.MESSAGES_WRITE_AS_CONTACT),
                            scene().jane,
                            callback(Direction.INBOUND)))))
        .isInstanceOf(DomainException.class);
    assertThat(stores.data.conversations().all()).isEmpty();
  }

  private Uni<Long> create(Opening opening) {
    return Uni.createFrom().deferred(() -> create.handle(command(scene().jane, opening)));
  }

  private CreateConversation.Command command(ContactId requester, Opening opening) {
    return new CreateConversation.Command(alice(), requester, opening);
  }

  private static ByMail form(MessageDraft draft) {
    return new ByMail(Channel.CONTACT_FORM, Scene.MAILBOX, "Order", "da", draft);
  }

  private ByChat chat(MessageDraft draft) {
    return new ByChat(widget, null, null, draft);
  }

  private ByCallback callback(Direction direction) {
    return new ByCallback(OUR_NUMBER, scene().sales, direction);
  }

  private Message message(long number) {
    return Objects.requireNonNull(messages(number).getFirst());
  }

  private ContactEndpointId endpoint(Channel channel, @Nullable String address) {
    ContactEndpointId id = new ContactEndpointId(ids.next());
    scene()
        .seeds
        .add(
            here(),
            new ContactEndpoint(id, 0, channel, null, address, scene().sales, Map.of(), Map.of()));
    return id;
  }

  private static Contact contact(
      ContactId id, List<EmailAddress> emails, List<String> phoneNumbers) {
    return new Contact(
        id, 0, Contact.Name.UNKNOWN, emails, phoneNumbers, null, null, false, MORNING, null);
  }
}
