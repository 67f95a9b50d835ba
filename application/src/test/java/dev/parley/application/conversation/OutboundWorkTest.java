package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.anonymization.Removed;
import dev.parley.application.channel.OutboundMessage;
import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.SendResult.AccountBroken;
import dev.parley.application.channel.SendResult.Ambiguous;
import dev.parley.application.channel.SendResult.Permanent;
import dev.parley.application.channel.SendResult.Retryable;
import dev.parley.application.channel.Senders;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Delivery.Status;
import dev.parley.domain.conversation.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundWorkTest extends HandlerTest {
  private final OutboundWork work = work(senders);
  private final long number = aConversation();
  private final ConversationId id = load(number).id();

  private OutboundWork work(Senders with) {
    return new OutboundWork(
        stores.deliveries,
        stores.conversations,
        stores.endpoints,
        stores.unitOfWork,
        stores.blobs,
        with,
        Runnable::run,
        clock,
        BACKOFF,
        log);
  }

  @Test
  void whatTheProviderTakesIsSentAndLeavesTheOutbox() {
    Message answer = answer("Tomorrow");

    assertThat(round()).isEqualTo(1);

    assertThat(message(answer.id()).delivery()).isEqualTo(Delivery.SENT);
    assertThat(stores.data.outbox().of(here())).isEmpty();
    assertThat(log.done()).containsExactly("outbound sent");
    assertThat(round()).isZero();
  }

  @Test
  void theSenderLearnsWhatTheContactHasToSee() {
    add(number, scene().fromJane(id).providerId("<hers@x>").at(MORNING));
    Message answer = answer("Tomorrow");

    round();

    OutboundMessage sent = mail.tries().getFirst();
    assertThat(sent.message()).isEqualTo(answer);
    assertThat(sent.endpoint().id()).isEqualTo(scene().mailbox);
    assertThat(sent.to()).isEqualTo("jane@example.org");
    assertThat(sent.toName()).isEqualTo("Jane Doe");
    assertThat(sent.agentName()).isEqualTo("Alice");
    assertThat(sent.subject()).isEqualTo("Where is my order?");
    assertThat(sent.inReplyTo()).isEqualTo("<hers@x>");
    assertThat(sent.references()).containsExactly("<hers@x>");
  }

  @Test
  void filesGoWithTheMessage() {
    await(stores.blobs.put(here(), "m/0", "chairs".getBytes(StandardCharsets.UTF_8)));
    add(number, anAnswer("See attached").withFile("m/0", "order.png"));

    round();

    assertThat(mail.tries().getFirst().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.fileName()).isEqualTo("order.png");
              assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("chairs");
            });
  }

  @Test
  void aTemporaryRefusalIsTriedAgainAfterLongerAndLongerPauses() {
    Message answer = answer("Tomorrow");
    mail.answers(new Retryable("450", "busy", null));
    mail.answers(new Retryable("450", "busy", null));
    mail.answers(new Retryable("450", "busy", null));

    assertThat(notBeforeAfterRound(answer)).isEqualTo(NOON.plusSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(notBeforeAfterRound(answer)).isEqualTo(clock.instant().plusSeconds(30));
    clock.pass(Duration.ofSeconds(29));
    assertThat(round()).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(notBeforeAfterRound(answer)).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));

    assertThat(message(answer.id()).delivery()).isEqualTo(Delivery.PENDING);
    clock.pass(Duration.ofMinutes(10));
    round();
    assertThat(message(answer.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aProviderThatAsksForALongerPauseGetsIt() {
    Message answer = answer("Tomorrow");
    mail.answers(new Retryable("451", "greylisted", Duration.ofMinutes(5)));

    assertThat(notBeforeAfterRound(answer)).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void everyTryCarriesTheSameProviderId() {
    Message answer = answer("Tomorrow");
    mail.answers(new Ambiguous("lost", "no answer"));
    mail.answers(new Retryable("450", "busy", null));

    rounds(3);

    assertThat(mail.tries())
        .hasSize(3)
        .extracting(sent -> sent.message().providerId())
        .containsOnly(answer.providerId());
  }

  @Test
  void aPermanentRefusalIsVisibleOnTheMessageAndInTheLog() {
    Message answer = answer("Tomorrow");
    mail.answers(new Permanent("5.1.1", "no such user"));

    round();

    assertThat(message(answer.id()).delivery())
        .isEqualTo(new Delivery(Status.FAILED, "no such user"));
    assertThat(lastFailure().message()).isEqualTo(answer.id());
    assertThat(lastFailure().code()).isEqualTo("5.1.1");
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void anAnswerThatWasLostLeavesTheMessageUnknownUntilTheNextTry() {
    Message answer = answer("Tomorrow");
    mail.answers(new Ambiguous("lost", "no answer to the final dot"));

    round();
    assertThat(message(answer.id()).delivery().status()).isEqualTo(Status.UNKNOWN);
    assertThat(stores.data.outbox().of(here())).hasSize(1);

    rounds(1);
    assertThat(message(answer.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aMessageThatNobodyTookForFiveDaysHasFailed() {
    Message answer = answer("Tomorrow");
    mail.answers(new Retryable("450", "busy", null));
    round();
    clock.set(NOON.plus(Duration.ofDays(5)).plusSeconds(1));
    mail.answers(new Retryable("450", "still busy", null));

    round();

    assertThat(message(answer.id()).delivery())
        .isEqualTo(new Delivery(Status.FAILED, "still busy"));
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void aBrokenAccountUsesUpNobodysTries() {
    Message answer = answer("Tomorrow");
    for (int i = 0; i < 3; i++) {
      mail.answers(new AccountBroken("535", "wrong password"));
      assertThat(notBeforeAfterRound(answer))
          .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
      clock.pass(Duration.ofMinutes(1));
    }
    mail.answers(new Retryable("450", "busy", null));

    assertThat(notBeforeAfterRound(answer)).isEqualTo(clock.instant().plusSeconds(1));
  }

  @Test
  void messagesOfAConversationLeaveInTheirOrder() {
    Message first = answer("One");
    Message second = answer("Two");
    mail.answers(new Retryable("450", "busy", null));

    round();
    assertThat(round()).isZero();
    assertThat(mail.tried()).containsExactly(first.id());

    rounds(3);
    assertThat(mail.tried()).containsExactly(first.id(), first.id(), second.id());
  }

  @Test
  void aConversationThatWaitsDoesNotHoldUpOthers() {
    answer("One");
    long other = aConversation();
    Message free = add(other, scene().fromAlice(load(other).id()).providerId("<2@x>"));
    mail.answers(new Retryable("450", "busy", null));

    round();

    assertThat(message(free.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aRefusedMessageDoesNotKeepTheNextOneBack() {
    answer("One");
    Message second = answer("Two");
    mail.answers(new Permanent("554", "no"));

    rounds(2);

    assertThat(message(second.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void whatADeadWorkerHadTakenIsSentWhenItsLeaseHasRunOut() {
    Message answer = answer("Tomorrow");
    await(stores.deliveries.lease(NOON, Duration.ofMinutes(15), 64));

    clock.pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(round()).isZero();
    clock.pass(Duration.ofMillis(1));
    round();

    assertThat(mail.tried()).containsExactly(answer.id());
  }

  @Test
  void whileOneWorkerSendsNobodyElseDoes() {
    answer("Tomorrow");
    mail.during(
        () -> {
          clock.pass(Duration.ofMinutes(10));
          assertThat(round()).isZero();
          return new SendResult.Accepted();
        });

    round();

    assertThat(mail.tries()).hasSize(1);
  }

  @Test
  void aBugInASenderIsATryThatFailed() {
    Message answer = answer("Tomorrow");
    mail.during(
        () -> {
          throw new IllegalStateException("a bug");
        });

    assertThat(notBeforeAfterRound(answer)).isEqualTo(NOON.plusSeconds(1));
    assertThat(log.failed()).singleElement().extracting("attempts").isEqualTo(1);

    rounds(1);
    assertThat(message(answer.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aMessageWhoseFileIsLostFailsInTheEndInsteadOfBlockingTheNext() {
    Message broken = add(number, anAnswer("See attached").withFile("lost/0", "order.png"));
    Message next = answer("Did you get it?");

    round();
    clock.set(NOON.plus(Duration.ofDays(5)).plusSeconds(1));
    rounds(2);

    assertThat(message(broken.id()).delivery().status()).isEqualTo(Status.FAILED);
    assertThat(message(next.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aMessageFromAnEndpointThatIsGoneFailsVisibly() {
    Message answer = answer("Tomorrow");
    await(stores.endpoints.remove(here(), scene().mailbox));

    round();

    assertThat(message(answer.id()).delivery().status()).isEqualTo(Status.FAILED);
    assertThat(lastFailure().code()).isEqualTo("no-address");
  }

  @Test
  void aMessageOnAChannelThatLostItsConnectorFailsVisibly() {
    Message answer = answer("Tomorrow");

    await(work(new Senders(List.of())).once());

    assertThat(message(answer.id()).delivery().status()).isEqualTo(Status.FAILED);
    assertThat(lastFailure().code()).isEqualTo("no-connector");
  }

  @Test
  void whatWasAnonymizedWhileItWasSentTakesNoReasonWithAnAddress() {
    for (SendResult refusal :
        List.of(
            new Permanent("5.1.1", "550 <jane@example.org> unknown"),
            new Ambiguous("lost", "after RCPT TO:<jane@example.org>"))) {
      Message answer = answer("Tomorrow");
      mail.during(
          () -> {
            forget(answer);
            return refusal;
          });

      round();

      assertThat(message(answer.id()).delivery().reason()).isNull();
    }
    assertThat(stores.data.outbox().of(here())).isEmpty();
  }

  @Test
  void nothingOfAnAnonymizedConversationIsSent() {
    answer("Tomorrow");
    decide(number, present -> present.close(scene().byAlice, NOON));
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    round();

    assertThat(mail.tries()).isEmpty();
  }

  private void forget(Message message) {
    AnonymizationRequestId request = new AnonymizationRequestId(ids.next());
    this.<Removed>inTransaction(
        tx -> stores.personalData.removeMessage(tx, message.id(), request, NOON));
  }

  private AMessage anAnswer(String text) {
    AMessage message = scene().fromAlice(id).saying(text).at(clock.instant());
    return message.providerId("<" + message.id().value() + "@example.com>");
  }

  private Message answer(String text) {
    return add(number, anAnswer(text));
  }

  private Instant notBeforeAfterRound(Message of) {
    round();
    return stores.data.outbox().find(here(), of.id()).orElseThrow().notBefore();
  }

  private ConversationEvent.DeliveryFailed lastFailure() {
    return (ConversationEvent.DeliveryFailed) events(number).getLast();
  }

  private int round() {
    return await(work.once());
  }

  private void rounds(int times) {
    for (int i = 0; i < times; i++) {
      clock.pass(Duration.ofHours(1));
      round();
    }
  }
}
