package dev.parley.application.anonymization;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.attribute.AttributeView;
import dev.parley.application.attribute.FieldsOf;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.conversation.AMessage;
import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.webhook.AWebhook;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.WebhookDeliveries.Leased;
import dev.parley.application.webhook.WebhookDeliveries.NewDelivery;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.application.webhook.Webhooks;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.event.EventType;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.rating.Surveys;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.webhook.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the removal of personal data promises, with marked words in every place that holds some. */
public interface AnonymizationContract extends ConversationStores {
  /** In everything about Zoe, who is to be forgotten. */
  String MARK = "zebulon";

  /** In everything about others, who are not. */
  String OTHER = "quillon";

  Duration LEASE = Duration.ofMinutes(5);
  int MANY = 1000;

  AttributeValue CHOICE = new AttributeValue.Chosen(List.of("billing"));

  AttributeValues attributeValues();

  ContactDirectory contactDirectory();

  AnonymizationRequests requests();

  PersonalData personalData();

  Inbox inbox();

  Arrivals arrivals();

  Webhooks webhooks();

  WebhookDeliveries webhookDeliveries();

  Blobs blobs();

  ContactDirectory contacts();

  /** What the certificate of a request counts. */
  Removed certificate(AnonymizationRequestId id);

  /** All that is stored, files included, in lower case. */
  String everything();

  @Test
  default void nothingOfAConversationNamesAnybodyAfterwards() {
    Story story = new Story(this);
    AnonymizationRequestId request = request(new Scope.OfConversation(story.id, story.number));

    close(story.number);
    Removed removed = removeConversation(story, request);
    deleteBlobs(request);

    assertThat(removed.messages()).isEqualTo(3);
    assertThat(removed.notes()).isEqualTo(2);
    assertThat(removed.files()).isEqualTo(2);
    assertThat(removed.originals()).isEqualTo(2);
    // Her name and address remain with the contact alone.
    story.forgetZoe(this);
    assertThat(everything()).doesNotContain(MARK).contains(OTHER);
  }

  @Test
  default void whatWasPostedToSubscribersIsForgottenWithAMessage() {
    Story story = new Story(this);
    AnonymizationRequestId request =
        request(new Scope.OfMessage(story.id, story.number, story.question));
    assertThat(everything()).contains("zebulon was posted", "answered zebulon");

    removeMessage(story.question, request);

    assertThat(everything()).doesNotContain("zebulon was posted", "answered zebulon");
  }

  @Test
  default void whoWroteWhenRemainsOfAConversation() {
    Story story = new Story(this);
    List<Message> before = messages(story.number);
    AnonymizationRequestId request = request(new Scope.OfConversation(story.id, story.number));

    close(story.number);
    removeConversation(story, request);

    assertThat(messages(story.number))
        .extracting(Message::id, Message::author, Message::createdAt, Message::direction)
        .containsExactlyElementsOf(
            before.stream()
                .map(
                    m ->
                        org.assertj.core.groups.Tuple.tuple(
                            m.id(), m.author(), m.createdAt(), m.direction()))
                .toList());
    assertThat(messages(story.number))
        .allSatisfy(
            message -> {
              assertThat(message.content()).isNull();
              assertThat(message.attachments()).isEmpty();
              assertThat(message.envelope()).isNull();
              assertThat(message.delivery().reason()).isNull();
            });
    assertThat(await(queries().notes(scene().actor(), story.number))).isEmpty();
    assertThat(await(queries().activity(scene().actor(), story.number))).isNotEmpty();
  }

  @Test
  default void whatWasChosenRemainsAndWhatWasWrittenDoesNot() {
    Story story = new Story(this);
    AnonymizationRequestId request = request(new Scope.OfContact(story.zoe));

    close(story.number);
    removeConversation(story, request);
    removeContact(story.zoe, request);

    assertThat(await(queries().get(scene().actor(), story.number)).attributes())
        .extracting(AttributeView::value)
        .containsExactly(CHOICE);
    assertThat(await(queries().activity(scene().actor(), story.number)))
        .extracting(ActivityEntry::activity)
        .filteredOn(Activity.Rated.class::isInstance)
        .extracting(
            rated -> ((Activity.Rated) rated).score(), rated -> ((Activity.Rated) rated).comment())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(4, null));
    assertThat(await(contactDirectory().get(here(), story.zoe)).attributes())
        .extracting(AttributeView::value)
        .containsExactly(CHOICE);
    assertThat(await(queries().activity(scene().actor(), story.number)))
        .extracting(ActivityEntry::activity)
        .filteredOn(Activity.AttributesUpdated.class::isInstance)
        .flatExtracting(updated -> ((Activity.AttributesUpdated) updated).changes())
        .extracting(AttributeChange::value)
        .containsExactlyInAnyOrder(null, CHOICE, null);
  }

  @Test
  default void whatWasStillToBeSentIsNot() {
    Story story = new Story(this);
    AnonymizationRequestId request = request(new Scope.OfConversation(story.id, story.number));

    removeConversation(story, request);

    assertThat(await(deliveries().lease(NOON.plus(Duration.ofDays(1)), LEASE, MANY)))
        .filteredOn(leased -> leased.organization().equals(here()))
        .extracting(leased -> leased.message())
        .doesNotContain(story.answer);
  }

  @Test
  default void ofAMessageOnlyTheMessageIsRemoved() {
    Story story = new Story(this);
    AnonymizationRequestId request =
        request(new Scope.OfMessage(story.id, story.number, story.question));
    List<Message> before = messages(story.number);

    Removed removed = removeMessage(story.question, request);

    assertThat(removed).isEqualTo(new Removed(0, 0, 1, 0, 2, 1, 0));
    List<Message> after = messages(story.number);
    assertThat(after.getFirst().content()).isNull();
    assertThat(after.getFirst().attachments()).isEmpty();
    assertThat(after.subList(1, 3)).isEqualTo(before.subList(1, 3));
    assertThat(removeMessage(story.question, request)).isEqualTo(Removed.NOTHING);
    assertThat(await(arrivals().original(here(), story.question.value()))).isEmpty();
  }

  @Test
  default void anUnknownMessageIsNothingToRemove() {
    AnonymizationRequestId request = request(new Scope.OfContact(scene().jane));

    assertThat(removeMessage(new MessageId(new UUID(1, 2)), request)).isEqualTo(Removed.NOTHING);
  }

  @Test
  default void nothingAnywhereNamesAContactAfterwards() {
    Story story = new Story(this);
    story.zoeWritesToOthers(this);
    AnonymizationRequestId request = request(new Scope.OfContact(story.zoe));

    close(story.number);
    removeConversation(story, request);
    Removed removed = removeContact(story.zoe, request);
    deleteBlobs(request);

    assertThat(removed.contacts()).isEqualTo(1);
    assertThat(removed.messages()).isEqualTo(1);
    assertThat(everything()).doesNotContain(MARK).contains(OTHER);
  }

  @Test
  default void addressesThatAContactGaveUpGoToo() {
    Story story = new Story(this);
    story.zoeWritesToOthers(this);
    story.zoeWritesFrom(this, List.of(new EmailAddress("new-zebulon@example.org")));
    AnonymizationRequestId request = request(new Scope.OfContact(story.zoe));

    close(story.number);
    removeConversation(story, request);
    removeContact(story.zoe, request);
    deleteBlobs(request);

    assertThat(everything()).doesNotContain(MARK).contains(OTHER);
  }

  @Test
  default void anAddressThatSomebodyElseHasNowNamesTheOldOneOnlyUntilThen() {
    Story story = new Story(this);
    story.zoeWritesToOthers(this);
    story.zoeWritesFrom(this, List.of());
    EmailAddress handedOn = new EmailAddress("zebulon@example.org");
    await(contacts().add(here(), contactWith(handedOn)));
    ConversationId later = scene().newConversationId();
    AMessage mail =
        scene()
            .fromJane(later)
            .at(NOON.plusSeconds(1))
            .mailed("jane@example.org", handedOn.value());
    long number = create(scene().aNewConversation(mail));

    removeContact(story.zoe, request(new Scope.OfContact(story.zoe)));

    assertThat(Objects.requireNonNull(messages(number).getFirst().envelope()).to()).hasSize(1);
    assertThat(Objects.requireNonNull(messages(story.others).getFirst().envelope()).cc())
        .containsExactly(AMessage.mailbox(OTHER + "@example.org"));
  }

  private Contact contactWith(EmailAddress email) {
    return new Contact(
        new ContactId(scene().ids.next()),
        0,
        Contact.Name.UNKNOWN,
        List.of(email),
        List.of(),
        null,
        null,
        false,
        NOON,
        null);
  }

  @Test
  default void whatIsRemovedAgainIsNotCountedAgain() {
    Story story = new Story(this);
    AnonymizationRequestId request = request(new Scope.OfContact(story.zoe));
    close(story.number);

    assertThat(removeConversation(story, request).conversations()).isEqualTo(1);
    assertThat(removeConversation(story, request)).isEqualTo(Removed.NOTHING);

    assertThat(removeContact(story.zoe, request).contacts()).isEqualTo(1);
    assertThat(removeContact(story.zoe, request)).isEqualTo(Removed.NOTHING);
  }

  @Test
  default void whatOthersSaidToOthersIsNotTouched() {
    Story story = new Story(this);
    story.zoeWritesToOthers(this);
    AnonymizationRequestId request = request(new Scope.OfContact(story.zoe));
    Message before = messages(story.others).getFirst();
    Envelope sent = Objects.requireNonNull(before.envelope());

    removeContact(story.zoe, request);

    Message after = messages(story.others).getFirst();
    assertThat(after.content()).isEqualTo(before.content());
    assertThat(after.envelope())
        .isEqualTo(
            new Envelope(
                sent.from(),
                sent.to(),
                List.of(AMessage.mailbox(OTHER + "@example.org")),
                List.of(),
                sent.subject(),
                sent.automatic(),
                sent.sender(),
                null,
                null));
  }

  @Test
  default void conversationsAreFoundUntilAllAreAnonymized() {
    long first = create(scene().aNewConversation());
    long second = create(scene().aNewConversation());
    create(
        scene()
            .aNewConversation(
                scene().fromJoe(scene().newConversationId()), scene().joe, scene().support));

    for (int i = 0; i < 2; i++) {
      assertThat(hasUnsettled(scene().jane)).isTrue();
      ConversationId next = next(scene().jane).orElseThrow();
      long number = load(first).id().equals(next) ? first : second;
      close(number);
      decide(number, c -> c.anonymize(scene().byAlice, NOON));
    }

    assertThat(next(scene().jane)).isEmpty();
    assertThat(hasUnsettled(scene().jane)).isFalse();
  }

  @Test
  default void aSettledConversationIsNotStillBeingHandled() {
    long number = create(scene().aNewConversation());
    assertThat(hasUnsettled(scene().jane)).isTrue();

    close(number);

    assertThat(hasUnsettled(scene().jane)).isFalse();
    assertThat(next(scene().jane)).isPresent();
  }

  @Test
  default void filesAreListedUntilTheyAreDeletedAFewAtATime() {
    Story story = new Story(this);
    AnonymizationRequestId request = request(new Scope.OfConversation(story.id, story.number));
    AnonymizationRequestId another = request(new Scope.OfContact(scene().joe));
    removeConversation(story, request);

    List<String> first = blobsToDelete(request, 1);
    assertThat(first).hasSize(1);
    this.<Void>inTransaction(tx -> personalData().blobsDeleted(tx, first));
    assertThat(blobsToDelete(request, MANY)).isNotEmpty().doesNotContainAnyElementsOf(first);
    assertThat(blobsToDelete(another, MANY)).isEmpty();
    deleteBlobs(request);
    assertThat(blobsToDelete(request, MANY)).isEmpty();
  }

  @Test
  default void aTargetIsRequestedOnce() {
    Scope scope = new Scope.OfContact(scene().jane);
    AnonymizationRequestId id = request(scope);

    assertThat(get(id)).isEqualTo(new AnonymizationRequest(id, scope, scene().alice, NOON, null));
    assertThat(
            errorOf(unitOfWork().inTransaction(here(), tx -> requests().add(tx, requestOf(scope)))))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
    request(new Scope.OfContact(scene().joe));
  }

  @Test
  default void everyScopeIsReadBack() {
    ConversationId conversation = scene().newConversationId();
    for (Scope scope :
        List.of(
            new Scope.OfContact(scene().jane),
            new Scope.OfConversation(conversation, 7),
            new Scope.OfMessage(conversation, 7, new MessageId(scene().ids.next())))) {
      assertThat(get(request(scope)).scope()).isEqualTo(scope);
    }
  }

  @Test
  default void aRequestOfAnotherOrganizationIsNotFound() {
    AnonymizationRequestId id = request(new Scope.OfContact(scene().jane));

    assertThat(errorOf(unitOfWork().inTransaction(elsewhere(), tx -> requests().get(tx, id))))
        .isEqualTo(new AnonymizationError.AnonymizationRequestNotFound(id));
  }

  @Test
  default void aRequestIsLeasedUntilItIsCompleted() {
    AnonymizationRequestId id = request(new Scope.OfContact(scene().jane));

    assertThat(attemptsAt(NOON.minusMillis(1))).isEmpty();
    assertThat(attemptsAt(NOON)).containsExactly(1);
    assertThat(attemptsAt(NOON.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(attemptsAt(NOON.plus(LEASE))).containsExactly(2);
    this.<Void>inTransaction(tx -> requests().retry(tx, id, NOON.plus(Duration.ofHours(1))));
    assertThat(attemptsAt(NOON.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(attemptsAt(NOON.plus(Duration.ofHours(1)))).containsExactly(3);

    Instant done = NOON.plusSeconds(9);
    this.<Void>inTransaction(tx -> requests().complete(tx, id, done));
    this.<Void>inTransaction(tx -> requests().complete(tx, id, done.plusSeconds(1)));

    assertThat(get(id).processedAt()).isEqualTo(done);
    assertThat(attemptsAt(NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  default void aCertificateAddsUp() {
    AnonymizationRequestId id = request(new Scope.OfContact(scene().jane));

    this.<Void>inTransaction(tx -> requests().count(tx, id, new Removed(1, 2, 3, 4, 5, 6, 7)));
    this.<Void>inTransaction(
        tx -> requests().count(tx, id, new Removed(0, 10, 10, 10, 10, 10, 10)));

    assertThat(certificate(id)).isEqualTo(new Removed(1, 12, 13, 14, 15, 16, 17));
  }

  /** Zoe wrote, Alice answered; Zoe's words and names are everywhere. */
  final class Story {
    final ContactId zoe;
    final ConversationId id;
    final MessageId question;
    final MessageId answer;
    final long number;
    long others;

    Story(AnonymizationContract on) {
      zoe = new ContactId(on.scene().ids.next());
      id = on.scene().newConversationId();
      on.scene().seeds.add(on.here(), zoe(zoe));
      AMessage first =
          on.scene()
              .from(zoe, id)
              .at(MORNING)
              .saying("I am Zebulon")
              .withFile(MARK + "/0", "zebulon.png")
              .withFile(MARK + "/1", "other-zebulon.png")
              .externalId("zebulon-1")
              .providerId("<zebulon@example.org>")
              .with(envelope("zebulon@example.org", "help@example.com", "zebulon/raw"));
      question = first.id();
      for (int i = 0; i < 2; i++) {
        on.await(on.blobs().put(on.here(), MARK + "/" + i, bytes("file of Zebulon")));
      }
      on.arrived(question.value(), "From: zebulon@example.org");
      number =
          on.create(Conversation.startInbound(beginning(on), first.build(), on.scene().support));
      UUID report = on.scene().ids.next();
      on.arrived(report, "x".repeat(100_000) + "could not reach zebulon@example.org");
      on.settle(question.value(), id);
      on.settle(report, id);
      answer =
          on.add(
                  number,
                  on.scene()
                      .fromAlice(id)
                      .saying("Dear Zebulon")
                      .providerId("<zebulon.2@us>")
                      .with(envelope("help@example.com", "zebulon@example.org", null)))
              .id();
      Message failed =
          on.add(
              number,
              on.scene()
                  .fromAlice(id)
                  .with(new Delivery(Delivery.Status.FAILED, "zebulon@example.org unknown")));
      on.decide(number, c -> c.deliveryFailed(failed.id(), "550", NOON));
      on.decide(number, c -> c.addNote(on.scene().note(id, "Zebulon is angry", NOON)));
      on.decide(number, c -> c.addNote(on.scene().note(id, "Call Zebulon", NOON)));
      FieldsOf fields = new FieldsOf(on.scene(), CustomAttribute.Entity.CONVERSATION);
      on.decide(
          number,
          c ->
              c.updateAttributes(
                  List.of(written(fields, "Zebulon's order"), chosen(fields)),
                  on.scene().byAlice,
                  NOON));
      on.decide(
          number,
          c ->
              c.updateAttributes(
                  List.of(written(fields, "Zebulon's other order")), on.scene().byAlice, NOON));
      FieldsOf ofContacts = new FieldsOf(on.scene(), CustomAttribute.Entity.CONTACT);
      on.<Void>inTransaction(
          tx ->
              on.attributeValues()
                  .save(
                      tx, zoe, List.of(written(ofContacts, "Zebulon's file"), chosen(ofContacts))));
      Rating rating = rating(on, zoe);
      on.decide(number, c -> c.offerRating(rating, on.scene().byAlice));
      on.decide(number, c -> c.rate(commented(rating, "Zebulon is content"), NOON));
      others =
          on.create(
              on.scene()
                  .aNewConversation(
                      on.scene().fromJane(on.scene().newConversationId()).saying("I am Quillon")));
      on.posted(id);
    }

    private static Rating rating(AnonymizationContract on, ContactId user) {
      return new Rating(
          new RatingId(on.scene().ids.next()),
          new SurveyId(on.scene().ids.next()),
          Question.CSAT,
          user,
          on.scene().alice,
          NOON,
          null);
    }

    private static Rating commented(Rating rating, String comment) {
      return new Surveys(List.of(rating))
          .answer(rating.survey(), rating.question(), new Rating.Answer(4, comment, NOON));
    }

    private static AttributeChange written(FieldsOf fields, String text) {
      return new AttributeChange(fields.text.id(), new AttributeValue.Written(text));
    }

    private static AttributeChange chosen(FieldsOf fields) {
      return new AttributeChange(fields.select.id(), CHOICE);
    }

    private static Contact zoe(ContactId id) {
      return new Contact(
          id,
          0,
          new Contact.Name("Zoe Zebulon", "Zebulon", List.of(), "Zebulon"),
          List.of(
              new EmailAddress("Zebulon@example.org"), new EmailAddress("zebulon2@example.org")),
          List.of("+1 zebulon"),
          "https://example.org/zebulon.png",
          "zebulon",
          false,
          MORNING,
          null);
    }

    private Conversation.Beginning beginning(AnonymizationContract on) {
      return new Conversation.Beginning(
          id,
          zoe,
          Channel.EMAIL,
          Direction.INBOUND,
          on.scene().mailbox,
          "zebulon@example.org",
          "About Zebulon",
          "en",
          new BrowserInfo("Zebulonfox", "1", "192.0.2.1", "https://zebulon.example/"),
          new Source("MyChat", "zebulon-conversation"),
          MORNING);
    }

    /** Zoe joins a conversation of others, is copied in another, and a mail of hers is parked. */
    void zoeWritesToOthers(AnonymizationContract on) {
      ConversationId shared = on.scene().newConversationId();
      Envelope copied =
          new Envelope(
              AMessage.mailbox("jane@example.org"),
              List.of(AMessage.mailbox("help@example.com")),
              List.of(
                  new Mailbox(new EmailAddress("ZEBULON@example.org"), "Zebulon"),
                  AMessage.mailbox(OTHER + "@example.org")),
              List.of(AMessage.mailbox("zebulon2@example.org")),
              "Quillon's order",
              false,
              Envelope.Sender.PARTICIPANT,
              "raw",
              new Content(Content.Format.TEXT, "> Zebulon <zebulon@example.org> wrote"));
      AMessage first = on.scene().fromJane(shared).at(MORNING).saying("I am Quillon").with(copied);
      on.arrived(first.id().value(), "Cc: zebulon@example.org");
      others = on.create(on.scene().aNewConversation(first));
      on.settle(first.id().value(), shared);
      on.add(
          others,
          on.scene()
              .from(zoe, shared)
              .saying("Zebulon here")
              .with(envelope("zebulon@example.org", "help@example.com", null)));
      Rating rating = rating(on, zoe);
      on.decide(others, c -> c.offerRating(rating, on.scene().byAlice));
      on.decide(others, c -> c.rate(commented(rating, "Zebulon is content, too"), NOON));
      on.posted(shared);
      UUID parked = on.scene().ids.next();
      on.arrived(parked, "From: Zebulon@example.org");
      on.await(on.arrivals().park(on.here(), parked, "Oops"));
    }

    /** From now on. */
    void zoeWritesFrom(AnonymizationContract on, List<EmailAddress> emails) {
      on.await(
          on.contacts()
              .change(
                  on.here(),
                  zoe,
                  present ->
                      new Contact(
                          zoe,
                          present.number(),
                          present.name(),
                          emails,
                          present.phoneNumbers(),
                          null,
                          null,
                          false,
                          MORNING,
                          null),
                  NOON));
    }

    /** Her own row goes with the contact, not with the conversation. */
    void forgetZoe(AnonymizationContract on) {
      on.removeContact(zoe, on.request(new Scope.OfContact(zoe)));
    }

    private static Envelope envelope(
        String from, String to, @org.jspecify.annotations.Nullable String original) {
      return new Envelope(
          AMessage.mailbox(from),
          List.of(new Mailbox(new EmailAddress(to), "Zebulon")),
          List.of(AMessage.mailbox("cc-zebulon@example.org")),
          List.of(),
          "About Zebulon",
          false,
          Envelope.Sender.PARTICIPANT,
          original,
          new Content(Content.Format.TEXT, "> Zebulon wrote"));
    }
  }

  /** A subscriber was told of something in the conversation, and answered. */
  private void posted(ConversationId conversation) {
    Webhook webhook = new AWebhook(scene()).build();
    NewDelivery delivery =
        new NewDelivery(newId(), 1, newId(), EventType.CONVERSATION_MESSAGE_ADDED, conversation);
    this.<Void>inTransaction(tx -> webhooks().add(tx, webhook));
    this.<Void>inTransaction(
        tx -> webhookDeliveries().enqueue(tx, webhook.id(), List.of(delivery), 1, NOON));
    Leased leased = new Leased(here(), delivery.id(), webhook.id(), 1);
    this.<Void>inTransaction(
        tx -> webhookDeliveries().keep(tx, delivery.id(), bytes("Zebulon was posted")));
    this.<Void>inTransaction(
        tx ->
            webhookDeliveries()
                .finish(tx, leased, true, new Answer(200, "answered Zebulon", null), NOON));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void arrived(UUID id, String text) {
    await(
        inbox()
            .accept(
                new RawInbound(
                    id,
                    here(),
                    scene().mailbox,
                    Channel.EMAIL,
                    "delivery " + id,
                    bytes(text),
                    MORNING,
                    null)));
  }

  private void settle(UUID raw, ConversationId conversation) {
    this.<Void>inTransaction(tx -> arrivals().settle(tx, raw, conversation));
  }

  private void close(long number) {
    decide(number, c -> c.close(scene().byAlice, NOON));
  }

  /** As the work does it: the conversation's own fields go by saving it. */
  private Removed removeConversation(Story story, AnonymizationRequestId request) {
    Removed removed =
        inTransaction(tx -> personalData().removeConversation(tx, story.id, request, NOON));
    decide(story.number, c -> c.anonymize(scene().byAlice, NOON));
    return removed;
  }

  private Removed removeMessage(MessageId message, AnonymizationRequestId request) {
    return inTransaction(tx -> personalData().removeMessage(tx, message, request, NOON));
  }

  private Removed removeContact(ContactId contact, AnonymizationRequestId request) {
    return inTransaction(tx -> personalData().removeContact(tx, contact, request, NOON));
  }

  private Optional<ConversationId> next(ContactId contact) {
    return inTransaction(tx -> personalData().nextConversation(tx, contact));
  }

  private boolean hasUnsettled(ContactId contact) {
    return inTransaction(tx -> personalData().hasUnsettled(tx, contact));
  }

  private List<String> blobsToDelete(AnonymizationRequestId request, int most) {
    return inTransaction(tx -> personalData().blobsToDelete(tx, request, most));
  }

  private void deleteBlobs(AnonymizationRequestId request) {
    List<String> keys = blobsToDelete(request, MANY);
    keys.forEach(key -> await(blobs().delete(here(), key)));
    this.<Void>inTransaction(tx -> personalData().blobsDeleted(tx, keys));
  }

  private AnonymizationRequestId request(Scope scope) {
    AnonymizationRequest request = requestOf(scope);
    this.<Void>inTransaction(tx -> requests().add(tx, request));
    return request.id();
  }

  private AnonymizationRequest requestOf(Scope scope) {
    return new AnonymizationRequest(
        new AnonymizationRequestId(scene().ids.next()), scope, scene().alice, NOON, null);
  }

  private AnonymizationRequest get(AnonymizationRequestId id) {
    return inTransaction(tx -> requests().get(tx, id));
  }

  private List<Integer> attemptsAt(Instant now) {
    return await(requests().lease(now, LEASE, MANY)).stream()
        .filter(leased -> leased.organization().equals(here()))
        .map(AnonymizationRequests.Leased::attempts)
        .toList();
  }
}
