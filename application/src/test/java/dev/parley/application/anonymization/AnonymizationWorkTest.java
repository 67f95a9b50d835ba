package dev.parley.application.anonymization;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.conversation.AMessage;
import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnonymizationWorkTest extends HandlerTest {
  private static final String MARK = "zebulon";

  private final ContactId zoe = new ContactId(ids.next());
  private final AnonymizationWork work = work(stores.unitOfWork, stores.blobs);

  AnonymizationWorkTest() {
    scene().seeds.add(here(), scene().contact(zoe, "Zoe " + MARK, MARK + "@example.org"));
  }

  private AnonymizationWork work(UnitOfWork unitOfWork, Blobs blobs) {
    return new AnonymizationWork(
        stores.requests,
        stores.personalData,
        stores.conversations,
        blobs,
        unitOfWork,
        clock,
        BACKOFF,
        log);
  }

  @Test
  void ofAContactNothingIsLeftButACertificate() {
    long first = aStory();
    long second = aStory();
    AnonymizationRequestId request = requested(new Scope.OfContact(zoe));

    assertThat(round()).isEqualTo(1);

    assertThat(everything()).doesNotContain(MARK);
    assertThat(load(first).anonymizedAt()).isEqualTo(NOON);
    assertThat(load(second).anonymizedAt()).isEqualTo(NOON);
    assertThat(processed(request).processedAt()).isEqualTo(NOON);
    assertThat(stores.requests.certificate(here(), request))
        .isEqualTo(new Removed(1, 2, 4, 2, 2, 2, 0));
  }

  @Test
  void whatIsStillBeingHandledIsClosedFirst() {
    long number = aStory();
    requested(new Scope.OfContact(zoe));

    round();

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(eventTypes(number))
        .containsSubsequence(ConversationEvent.Closed.class, ConversationEvent.Anonymized.class);
  }

  @Test
  void ofAConversationTheContactRemains() {
    long number = aStory();
    requested(new Scope.OfConversation(load(number).id(), number));

    round();

    assertThat(messages(number)).allSatisfy(m -> assertThat(m.content()).isNull());
    assertThat(stores.contacts.find(here(), zoe).orElseThrow().name().display()).contains(MARK);
    assertThat(stores.blobs.everything()).isEmpty();
  }

  @Test
  void ofAMessageTheOthersRemainAndTheLogSaysWhatWasTaken() {
    long number = aStory();
    Message target = messages(number).getFirst();
    decide(number, present -> present.close(scene().byAlice, MORNING));
    requested(new Scope.OfMessage(load(number).id(), number, target.id()));

    round();

    assertThat(message(target.id()).content()).isNull();
    assertThat(messages(number).getLast().content()).isNotNull();
    assertThat(events(number))
        .last()
        .isEqualTo(
            new ConversationEvent.MessageRedacted(NOON, scene().byAlice, target.id(), true, 1));
    assertThat(stores.blobs.everything()).isEmpty();
  }

  @Test
  void othersKeepWhatTheySaid() {
    aStory();
    long other = create(scene().aNewConversation());
    List<Message> before = messages(other);
    requested(new Scope.OfContact(zoe));

    round();

    assertThat(messages(other)).isEqualTo(before);
    assertThat(load(other).anonymizedAt()).isNull();
  }

  @Test
  void aRequestThatWasCarriedOutIsNotCarriedOutAgain() {
    aStory();
    requested(new Scope.OfContact(zoe));
    round();

    clock.pass(Duration.ofDays(1));

    assertThat(round()).isZero();
  }

  @Test
  void anInterruptionAnywhereIsOvercomeAndEveryThingCountedOnce() {
    int stops = 0;
    boolean finished = false;
    while (!finished) {
      AnonymizationWorkTest fresh = new AnonymizationWorkTest();
      finished = fresh.survivesAStopAfter(stops);
      stops++;
    }
    assertThat(stops).isGreaterThan(6);
  }

  /** Stops before transaction number {@code steps}, as a crash does; false when it came so far. */
  private boolean survivesAStopAfter(int steps) {
    aStory();
    aStory();
    AnonymizationRequestId request = requested(new Scope.OfContact(zoe));
    CountingDown unitOfWork = new CountingDown(steps);
    Uni<Integer> crashing = work(unitOfWork, stores.blobs).once();
    boolean finished =
        crashing
            .map(done -> processed(request).processedAt() != null)
            .onFailure()
            .recoverWithItem(false)
            .await()
            .atMost(Duration.ofSeconds(5));

    clock.pass(AnonymizationContract.LEASE);
    round();

    assertThat(everything()).as("after %d steps", steps).doesNotContain(MARK);
    assertThat(processed(request).processedAt()).isNotNull();
    assertThat(stores.requests.certificate(here(), request))
        .as("after %d steps", steps)
        .isEqualTo(new Removed(1, 2, 4, 2, 2, 2, 0));
    return finished;
  }

  @Test
  void aConversationIsCountedOnceHoweverOftenTheWorkIsRepeated() {
    long number = aStory();
    AnonymizationRequestId request = requested(new Scope.OfConversation(load(number).id(), number));
    FailingBlobs failing = new FailingBlobs();
    await(work(stores.unitOfWork, failing).once());
    assertThat(processed(request).processedAt()).isNull();

    clock.pass(Duration.ofHours(1));
    round();

    assertThat(processed(request).processedAt()).isNotNull();
    assertThat(stores.requests.certificate(here(), request))
        .isEqualTo(new Removed(0, 1, 2, 1, 1, 1, 0));
  }

  @Test
  void aMessageIsRedactedOnceHoweverOftenTheWorkIsRepeated() {
    long number = aStory();
    Message target = messages(number).getFirst();
    decide(number, present -> present.close(scene().byAlice, MORNING));
    requested(new Scope.OfMessage(load(number).id(), number, target.id()));
    await(work(stores.unitOfWork, new FailingBlobs()).once());

    clock.pass(Duration.ofHours(1));
    round();

    assertThat(events(number))
        .filteredOn(ConversationEvent.MessageRedacted.class::isInstance)
        .hasSize(1);
    assertThat(stores.blobs.everything()).isEmpty();
  }

  @Test
  void thereIsNoCertificateWhileAFileIsLeft() {
    aStory();
    AnonymizationRequestId request = requested(new Scope.OfContact(zoe));

    await(work(stores.unitOfWork, new FailingBlobs()).once());

    assertThat(processed(request).processedAt()).isNull();
    assertThat(log.failed()).singleElement().extracting("piece").isEqualTo(request.value());
  }

  @Test
  void aFailedRequestIsTriedAgainAfterAPause() {
    aStory();
    AnonymizationRequestId request = requested(new Scope.OfContact(zoe));
    await(work(stores.unitOfWork, new FailingBlobs()).once());

    clock.pass(Duration.ofMillis(999));
    assertThat(round()).isZero();
    clock.pass(Duration.ofMillis(1));
    assertThat(round()).isEqualTo(1);

    assertThat(processed(request).processedAt()).isNotNull();
  }

  @Test
  void aRequestThatFailsDoesNotHoldUpTheNext() {
    long number = aStory();
    requested(new Scope.OfConversation(load(number).id(), number));
    long other = create(scene().aNewConversation());
    decide(other, present -> present.close(scene().byAlice, MORNING));
    requested(new Scope.OfConversation(load(other).id(), other));

    await(work(stores.unitOfWork, new FailingBlobs()).once());

    assertThat(load(other).anonymizedAt()).isEqualTo(NOON);
  }

  /** A disk that refuses to delete. */
  private final class FailingBlobs implements Blobs {
    @Override
    public Uni<Void> put(OrganizationId organization, String key, byte[] bytes) {
      return stores.blobs.put(organization, key, bytes);
    }

    @Override
    public Uni<Optional<byte[]>> get(OrganizationId organization, String key) {
      return stores.blobs.get(organization, key);
    }

    @Override
    public Uni<Void> delete(OrganizationId organization, String key) {
      return Uni.createFrom().failure(new UncheckedIOException(new IOException()));
    }

    @Override
    public Multi<Stored> storedBefore(Instant moment) {
      return stores.blobs.storedBefore(moment);
    }
  }

  /** A process that dies after a number of transactions. */
  private final class CountingDown implements UnitOfWork {
    private int left;

    CountingDown(int left) {
      this.left = left;
    }

    @Override
    public <T> Uni<T> inTransaction(
        OrganizationId organization, Function<Transaction, Uni<T>> work) {
      return Uni.createFrom()
          .deferred(
              () ->
                  left-- > 0
                      ? stores.unitOfWork.inTransaction(organization, work)
                      : Uni.createFrom().failure(new IllegalStateException("killed")));
    }
  }

  /** Zoe wrote with a file, Alice answered, and there is a note and the original. */
  private long aStory() {
    ConversationId id = scene().newConversationId();
    AMessage first = scene().from(zoe, id).saying("I am " + MARK).at(MORNING);
    String blob = first.id().value() + "/0";
    await(stores.blobs.put(here(), blob, MARK.getBytes(StandardCharsets.UTF_8)));
    arrived(first);
    long number =
        create(
            scene()
                .aNewConversation(
                    first
                        .withFile(blob, MARK + ".png")
                        .mailed(MARK + "@example.org", "a@b.example"),
                    zoe,
                    scene().support));
    add(number, scene().fromAlice(id).saying("Hello " + MARK));
    decide(number, present -> present.addNote(scene().note(id, MARK + " called", NOON)));
    return number;
  }

  private void arrived(AMessage message) {
    RawInbound raw =
        new RawInbound(
            message.id().value(),
            here(),
            scene().mailbox,
            Channel.EMAIL,
            "imap:" + message.id().value(),
            ("From: " + MARK).getBytes(StandardCharsets.UTF_8),
            MORNING,
            null);
    await(stores.arrivals.accept(raw));
    await(
        stores.unitOfWork.inTransaction(
            here(), tx -> stores.arrivals.settle(tx, raw.id(), message.build().conversation())));
  }

  private AnonymizationRequestId requested(Scope scope) {
    AnonymizationRequestId id = new AnonymizationRequestId(ids.next());
    await(
        stores.unitOfWork.inTransaction(
            here(),
            tx ->
                stores.requests.add(
                    tx, new AnonymizationRequest(id, scope, scene().alice, NOON, null))));
    return id;
  }

  private AnonymizationRequest processed(AnonymizationRequestId id) {
    return inTransaction(tx -> stores.requests.get(tx, id));
  }

  private String everything() {
    return stores.everything().toLowerCase(Locale.ROOT);
  }

  private int round() {
    return await(work.once());
  }
}
