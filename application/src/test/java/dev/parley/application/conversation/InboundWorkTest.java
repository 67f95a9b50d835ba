package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.InMemoryArrivals.Arrival;
import dev.parley.application.channel.InMemoryArrivals.State;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.RecordingWorkLog.Parked;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InboundWorkTest extends ReceivingTest {
  private final Map<UUID, Supplier<List<InboundEvent>>> understanding = new HashMap<>();
  private final InboundWork work = work(List.of(new Parser()));

  private InboundWork work(List<InboundParser> parsers) {
    return new InboundWork(
        stores.arrivals,
        stores.endpoints,
        parsers,
        receive,
        Runnable::run,
        ShuffledTasks::begin,
        clock,
        BACKOFF,
        log,
        4);
  }

  /** Understands what the test has told it to. */
  private final class Parser implements InboundParser {
    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public List<InboundEvent> parse(RawInbound raw, ContactEndpoint endpoint) {
      return understanding.getOrDefault(raw.id(), List::of).get();
    }
  }

  @Test
  void whatArrivedBecomesAMessage() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>"));

    assertThat(round()).isEqualTo(1);

    assertThat(messageOf(raw).author()).isEqualTo(scene().byJane);
    assertThat(arrival(raw).state()).isEqualTo(State.DONE);
    assertThat(log.done()).containsExactly("inbound applied");
    assertThat(round()).isZero();
  }

  @Test
  void mailsBecomeMessagesInTheOrderOfTheirArrival() {
    RawInbound first = arriving(mailFrom("new@example.org", "<1@x>"));
    RawInbound second = arriving(mailFrom("new@example.org", "<2@x>").referringTo("<1@x>"));
    RawInbound third = arriving(mailFrom("new@example.org", "<3@x>").referringTo("<2@x>"));

    round();

    assertThat(conversationOf(second)).isEqualTo(conversationOf(first));
    assertThat(conversationOf(third)).isEqualTo(conversationOf(first));
    assertThat(stores.data.messages().of(here()))
        .containsExactly(messageOf(first), messageOf(second), messageOf(third));
  }

  @Test
  void whatHasNothingToKeepLosesItsBytes() {
    RawInbound ignored = arriving(new InboundEvent.Ignored("mail:1", "loop"));
    RawInbound empty = arrived("2");

    round();

    for (RawInbound raw : List.of(ignored, empty)) {
      assertThat(arrival(raw).state()).isEqualTo(State.DONE);
      assertThat(arrival(raw).bytes()).isNull();
    }
  }

  @Test
  void theSameMailByAnotherWayLosesItsBytesButNotTheFirstOne() {
    RawInbound first = arriving(mailFrom(JANE, "<1@x>").with(file("a.txt", "one")));
    RawInbound second = arriving(mailFrom(JANE, "<1@x>").with(file("a.txt", "one")));

    round();

    assertThat(stores.data.messages().of(here())).containsExactly(messageOf(first));
    assertThat(arrival(first).bytes()).isNotNull();
    assertThat(arrival(second).bytes()).isNull();
    assertThat(stores.blobs.keys(here())).containsExactly(first.id() + "/0");
  }

  @Test
  void whatCannotBeUnderstoodIsTriedAgainLaterAndLater() {
    RawInbound raw = arriving(InboundWorkTest::broken);

    round();
    assertThat(arrival(raw).notBefore()).isEqualTo(NOON.plusSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    round();
    assertThat(arrival(raw).notBefore()).isEqualTo(NOON.plusSeconds(31));
    clock.pass(Duration.ofSeconds(29));
    assertThat(round()).isZero();

    assertThat(arrival(raw).code()).isEqualTo("IllegalStateException");
    assertThat(log.failed()).extracting("attempts").containsExactly(1, 2);
  }

  @Test
  void afterFiveTriesItIsParkedWithItsBytes() {
    RawInbound raw = arriving(InboundWorkTest::broken);

    rounds(5);

    assertThat(arrival(raw).state()).isEqualTo(State.PARKED);
    assertThat(arrival(raw).bytes()).isEqualTo(raw.bytes());
    assertThat(log.parked())
        .containsExactly(new Parked("inbound", here(), raw.id(), "IllegalStateException"));
    clock.pass(Duration.ofDays(30));
    assertThat(round()).isZero();
  }

  @Test
  void whatFailsDoesNotHoldUpTheOthers() {
    RawInbound bad = arriving(InboundWorkTest::broken);
    RawInbound good = arriving(mailFrom(JANE, "<1@x>"));

    assertThat(round()).isEqualTo(2);

    assertThat(arrival(good).state()).isEqualTo(State.DONE);
    assertThat(arrival(bad).state()).isEqualTo(State.NEW);
  }

  @Test
  void whatIsUnderstoodAtTheLastTryIsNotLost() {
    RawInbound raw = arriving(InboundWorkTest::broken);
    rounds(4);
    understanding.put(raw.id(), () -> List.of(mailFrom(JANE, "<1@x>").event()));

    rounds(1);

    assertThat(messageOf(raw).author()).isEqualTo(scene().byJane);
  }

  @Test
  void aTemporaryTroubleIsNeverAReasonToPark() {
    RawInbound raw =
        arriving(
            () -> {
              throw new DomainException(new SharedError.TemporarilyUnavailable());
            });

    rounds(9);
    assertThat(arrival(raw).state()).isEqualTo(State.NEW);
    assertThat(log.parked()).isEmpty();

    understanding.put(raw.id(), () -> List.of(mailFrom(JANE, "<1@x>").event()));
    rounds(1);
    assertThat(arrival(raw).state()).isEqualTo(State.DONE);
  }

  @Test
  void whatADeadWorkerHadTakenComesBackWhenItsLeaseHasRunOut() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>"));
    await(stores.arrivals.lease(clock.instant(), Duration.ofMinutes(2), 32));

    assertThat(round()).isZero();
    clock.pass(Duration.ofMinutes(2));
    assertThat(round()).isEqualTo(1);

    assertThat(arrival(raw).state()).isEqualTo(State.DONE);
  }

  @Test
  void aCrashAfterTheMessageWasStoredMakesNoSecondOne() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>").with(file("a.txt", "one")));
    await(stores.arrivals.lease(clock.instant(), Duration.ofMinutes(2), 32));
    receive(raw, mailFrom(JANE, "<1@x>").with(file("a.txt", "one")).event());

    clock.pass(Duration.ofMinutes(2));
    round();

    assertThat(stores.data.messages().of(here())).containsExactly(messageOf(raw));
    assertThat(stores.blobs.keys(here())).hasSize(1);
    assertThat(arrival(raw).bytes()).isNotNull();
  }

  @Test
  void whatArrivedAtAnEndpointThatIsGoneIsParkedAndNotLost() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>"));
    await(stores.endpoints.remove(here(), scene().mailbox));

    rounds(5);

    assertThat(arrival(raw).state()).isEqualTo(State.PARKED);
    assertThat(arrival(raw).code()).isEqualTo("ContactEndpointNotFound");
  }

  @Test
  void withoutParserForTheChannelItIsParkedAndNotLost() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>"));
    InboundWork deaf = work(List.of());

    for (int i = 0; i < 5; i++) {
      await(deaf.once());
      clock.pass(Duration.ofHours(1));
    }

    assertThat(arrival(raw).state()).isEqualTo(State.PARKED);
    assertThat(arrival(raw).bytes()).isEqualTo(raw.bytes());
  }

  @Test
  void ofSeveralEventsEachIsCarriedOutAndTheOriginalKept() {
    RawInbound raw = arrived("1");
    understanding.put(
        raw.id(),
        () ->
            List.of(
                mailFrom(JANE, "<1@x>").event(),
                new InboundEvent.Delivered("dsn:2", Set.of("<nobody@x>"))));

    rounds(1);

    Conversation begun = find(conversationOf(raw)).orElseThrow();
    assertThat(begun.requester()).isEqualTo(scene().jane);
    List<Message> once = stores.data.messages().of(here());
    rounds(6);
    assertThat(stores.data.messages().of(here())).isEqualTo(once);
    assertThat(arrival(raw).bytes()).isEqualTo(raw.bytes());
  }

  private static List<InboundEvent> broken() {
    throw new IllegalStateException("a bug in a parser");
  }

  private RawInbound arriving(Mail mail) {
    return arriving(mail.event());
  }

  private RawInbound arriving(InboundEvent event) {
    return arriving(() -> List.of(event));
  }

  private RawInbound arriving(Supplier<List<InboundEvent>> events) {
    RawInbound raw = arrived("imap:" + (understanding.size() + 1));
    understanding.put(raw.id(), events);
    return raw;
  }

  private Arrival arrival(RawInbound raw) {
    return stores.arrivals.find(here(), raw.id()).orElseThrow();
  }

  private int round() {
    return await(work.once());
  }

  private void rounds(int times) {
    for (int i = 0; i < times; i++) {
      round();
      clock.pass(Duration.ofHours(1));
    }
  }
}
