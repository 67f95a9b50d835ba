package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.Deliveries.Leased;
import dev.parley.application.conversation.Deliveries.Outgoing;
import dev.parley.application.conversation.Deliveries.Sent;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What outboxes promise. */
public interface DeliveriesContract extends ConversationStores {
  Duration LEASE = Duration.ofMinutes(15);

  /** More than any test leaves behind. */
  int MANY = 1000;

  @Test
  default void aPendingMessageIsLeasedUntilTheLeaseRunsOut() {
    ConversationId id = scene().newConversationId();
    MessageId answer = add(begin(id), scene().fromAlice(id)).id();

    assertThat(leasedAt(NOON.minusMillis(1))).isEmpty();
    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), answer, 1));
    assertThat(leasedAt(NOON)).isEmpty();
    assertThat(leasedAt(NOON.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(leasedAt(NOON.plus(LEASE))).containsExactly(new Leased(here(), answer, 2));
  }

  @Test
  default void onlyPendingMessagesAreToBeSent() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    add(number, scene().fromJane(id));
    add(number, scene().fromAlice(id).with(new Delivery(Delivery.Status.FAILED, "no connector")));

    assertThat(leasedAt(NOON)).isEmpty();
  }

  @Test
  default void aConversationThatBeginsWithAnAnswerIsSentToo() {
    AMessage first = scene().fromAlice(scene().newConversationId()).at(MORNING);
    create(scene().aNewConversation(first));

    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), first.id(), 1));
  }

  @Test
  default void ofOneConversationOnlyTheOldestIsLeasedUntilItIsFinished() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    MessageId first = add(number, scene().fromAlice(id)).id();
    MessageId second = add(number, scene().fromAlice(id)).id();

    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), first, 1));
    assertThat(leasedAt(NOON)).isEmpty();

    postpone(first, NOON.plusSeconds(60), true);

    assertThat(leasedAt(NOON.plusSeconds(1))).isEmpty();
    assertThat(leasedAt(NOON.plusSeconds(60))).containsExactly(new Leased(here(), first, 2));

    finish(first);

    assertThat(leasedAt(NOON.plusSeconds(60))).containsExactly(new Leased(here(), second, 1));
  }

  @Test
  default void differentConversationsAreLeasedTogetherAsManyAsAreWanted() {
    List<MessageId> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ConversationId id = scene().newConversationId();
      answers.add(add(begin(id), scene().fromAlice(id)).id());
    }

    assertThat(await(deliveries().lease(NOON, LEASE, 2))).hasSize(2);
    await(deliveries().lease(NOON, LEASE, MANY));
    assertThat(leasedAt(NOON.plus(LEASE)))
        .extracting(Leased::message)
        .containsExactlyInAnyOrderElementsOf(answers);
  }

  @Test
  default void messagesOfAllOrganizationsAreLeased() {
    AMessage ours = scene().fromAlice(scene().newConversationId()).at(MORNING);
    AMessage theirs = abroad().fromAlice(abroad().newConversationId()).at(MORNING);
    create(scene().aNewConversation(ours));
    create(abroad(), abroad().aNewConversation(theirs));

    assertThat(await(deliveries().lease(NOON, LEASE, MANY)))
        .contains(new Leased(here(), ours.id(), 1), new Leased(elsewhere(), theirs.id(), 1));
  }

  @Test
  default void aPostponedMessageMayGetItsTryBack() {
    ConversationId id = scene().newConversationId();
    MessageId answer = add(begin(id), scene().fromAlice(id)).id();
    leasedAt(NOON);

    postpone(answer, NOON.plusSeconds(1), false);

    assertThat(leasedAt(NOON)).isEmpty();
    assertThat(leasedAt(NOON.plusSeconds(1))).containsExactly(new Leased(here(), answer, 1));
  }

  @Test
  default void whatASenderNeedsIsLoaded() {
    ConversationId id = scene().newConversationId();
    long number =
        create(scene().aNewConversation(scene().fromJane(id).at(MORNING).providerId("<1@jane>")));
    add(number, scene().fromAlice(id).at(MORNING.plusSeconds(1)).providerId("<2@us>"));
    add(number, scene().fromJane(id).at(MORNING.plusSeconds(2)).providerId("<3@jane>"));
    add(number, scene().fromJane(id).at(MORNING.plusSeconds(3)));
    Message answer =
        add(
            number,
            scene()
                .fromAlice(id)
                .providerId("<4@us>")
                .withFile("m/0", "photo.png")
                .mailed(Scene.MAILBOX, "jane@example.org"));
    add(number, scene().fromJane(id).at(NOON).providerId("<5@jane>"));

    assertThat(loaded(answer.id()))
        .contains(
            new Outgoing(
                answer,
                scene().mailbox,
                "jane@example.org",
                "Jane Doe",
                "Where is my order?",
                "Alice",
                "<3@jane>",
                List.of("<1@jane>", "<2@us>", "<3@jane>"),
                NOON));
  }

  @Test
  default void theTwentyNearestReferencesAreLoaded() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      all.add("<" + i + "@jane>");
      add(number, scene().fromJane(id).at(MORNING.plusSeconds(i)).providerId("<" + i + "@jane>"));
    }
    MessageId answer = add(number, scene().fromAlice(id)).id();

    assertThat(loaded(answer).orElseThrow().references()).isEqualTo(all.subList(5, 25));
  }

  @Test
  default void aMailLeavesFromTheEndpointWhoseAddressItNames() {
    ContactEndpointId other = new ContactEndpointId(scene().ids.next());
    scene().seeds.add(here(), scene().endpoint(other, "Sales@example.com"));
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    MessageId fromOther =
        add(number, scene().fromAlice(id).mailed("sales@Example.com", "jane@example.org")).id();
    MessageId fromNobody =
        add(number, scene().fromAlice(id).mailed("old@example.com", "jane@example.org")).id();
    MessageId noMail = add(number, scene().fromAlice(id)).id();

    assertThat(loaded(fromOther).orElseThrow().endpoint()).isEqualTo(other);
    assertThat(loaded(fromNobody).orElseThrow().endpoint()).isEqualTo(scene().mailbox);
    assertThat(loaded(noMail).orElseThrow().endpoint()).isEqualTo(scene().mailbox);
  }

  @Test
  default void whatIsNotToBeSentAnyMoreIsNotLoaded() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    MessageId finished = add(number, scene().fromAlice(id)).id();
    MessageId anonymized = add(number, scene().fromAlice(id)).id();
    finish(finished);
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.anonymize(scene().byAlice, NOON));

    assertThat(loaded(finished)).isEmpty();
    assertThat(loaded(anonymized)).isEmpty();
    assertThat(loaded(new MessageId(new UUID(1, 2)))).isEmpty();
  }

  @Test
  default void anEarlierStageNeverReplacesALaterOne() {
    for (Delivery.Status earlier : Delivery.Status.values()) {
      for (Delivery.Status later : Delivery.Status.values()) {
        ConversationId id = scene().newConversationId();
        long number = begin(id);
        MessageId message =
            add(
                    number,
                    scene().fromAlice(id).providerId("<x@us>").with(new Delivery(earlier, null)))
                .id();
        boolean moves = earlier.compareTo(later) < 0;

        assertThat(advance(message, new Delivery(later, "because")))
            .as("%s to %s", earlier, later)
            .isEqualTo(moves);
        assertThat(messages(number).getLast().delivery())
            .isEqualTo(moves ? new Delivery(later, "because") : new Delivery(earlier, null));
      }
    }
  }

  @Test
  default void onlyAnAnswerOfTheOrganizationAdvances() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    MessageId question = add(number, scene().fromJane(id)).id();
    MessageId answer = add(number, scene().fromAlice(id).providerId("<x@us>")).id();

    assertThat(advance(question, Delivery.SENT)).isFalse();
    assertThat(advance(new MessageId(new UUID(1, 2)), Delivery.SENT)).isFalse();
    assertThat(
            this.<Boolean>inTransactionElsewhere(
                tx -> deliveries().advance(tx, answer, Delivery.SENT, NOON)))
        .isFalse();
  }

  @Test
  default void aMessageIsInItsConversation() {
    ConversationId id = scene().newConversationId();
    MessageId question = add(begin(id), scene().fromJane(id)).id();
    MessageId unknown = new MessageId(new UUID(1, 2));

    assertThat(this.<ConversationId>inTransaction(tx -> deliveries().conversationOf(tx, question)))
        .isEqualTo(id);
    assertThat(
            errorOf(
                unitOfWork().inTransaction(here(), tx -> deliveries().conversationOf(tx, unknown))))
        .isEqualTo(new ConversationError.MessageNotFound(unknown));
    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(elsewhere(), tx -> deliveries().conversationOf(tx, question))))
        .isEqualTo(new ConversationError.MessageNotFound(question));
  }

  @Test
  default void anAnswerIsFoundByItsProviderId() {
    ConversationId id = scene().newConversationId();
    long number = begin(id);
    add(number, scene().fromJane(id).providerId("<1@jane>"));
    MessageId first = add(number, scene().fromAlice(id).providerId("<2@us>")).id();
    add(number, scene().fromAlice(id).providerId("<3@us>"));

    assertThat(sent("<2@us>")).contains(new Sent(first, id));
    assertThat(sent("<9@us>", "<3@us>", "<2@us>")).contains(new Sent(first, id));
    assertThat(sent("<1@jane>")).isEmpty();
    assertThat(sent()).isEmpty();
    assertThat(
            this.<Optional<Sent>>inTransactionElsewhere(
                tx -> deliveries().findByProviderIds(tx, List.of("<2@us>"))))
        .isEmpty();
  }

  @Test
  default void anotherOrganizationCanDoNothingWithAMessage() {
    ConversationId id = scene().newConversationId();
    MessageId answer = add(begin(id), scene().fromAlice(id)).id();

    assertThat(this.<Optional<Outgoing>>inTransactionElsewhere(tx -> deliveries().load(tx, answer)))
        .isEmpty();
    this.<Void>inTransactionElsewhere(tx -> deliveries().finish(tx, answer));
    this.<Void>inTransactionElsewhere(
        tx -> deliveries().postpone(tx, answer, NOON.plusSeconds(60), "x", true));

    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), answer, 1));
  }

  private long begin(ConversationId id) {
    return create(scene().aNewConversation(scene().fromJane(id).at(MORNING)));
  }

  private List<Leased> leasedAt(Instant now) {
    return await(deliveries().lease(now, LEASE, MANY)).stream()
        .filter(leased -> leased.organization().equals(here()))
        .toList();
  }

  private void postpone(MessageId message, Instant notBefore, boolean countsAsTry) {
    this.<Void>inTransaction(
        tx -> deliveries().postpone(tx, message, notBefore, "later", countsAsTry));
  }

  private void finish(MessageId message) {
    this.<Void>inTransaction(tx -> deliveries().finish(tx, message));
  }

  private boolean advance(MessageId message, Delivery delivery) {
    return inTransaction(tx -> deliveries().advance(tx, message, delivery, NOON));
  }

  private Optional<Outgoing> loaded(MessageId message) {
    return inTransaction(tx -> deliveries().load(tx, message));
  }

  private Optional<Sent> sent(String... providerIds) {
    return inTransaction(tx -> deliveries().findByProviderIds(tx, List.of(providerIds)));
  }
}
