package dev.parley.application.webhook;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.event.Event;
import dev.parley.application.event.EventRenderer;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.webhook.DeliveryLog.Tried;
import dev.parley.application.webhook.DeliveryLog.Try;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.application.webhook.WebhookSender.Post;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.EventFilter.Condition;
import dev.parley.domain.webhook.EventFilter.Field;
import dev.parley.domain.webhook.EventFilter.Strategy;
import dev.parley.domain.webhook.Webhook;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the feed to the subscriber. */
class WebhookWorkTest extends HandlerTest {
  private static final Answer TAKEN = new Answer(204, "", null);
  private static final Answer BROKEN = new Answer(500, "oops", null);

  private final List<Post> posts = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<UniEmitter<? super Answer>> unanswered = new ArrayList<>();
  private boolean answering = true;

  private final EventRenderer renderer =
      new EventRenderer() {
        @Override
        public byte[] render(Event event) {
          return (event.type() + " of " + event.conversation().subject())
              .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String word(Channel channel) {
          return "Email";
        }
      };

  private final FanOut fanOut =
      new FanOut(stores.webhooks, renderer, stores.unitOfWork, ids, clock, wakeups, log);
  private final WebhookWork work =
      new WebhookWork(
          stores.webhooks,
          stores.eventReader,
          renderer,
          this::post,
          stores.unitOfWork,
          piece -> piece.get().subscribe().with(_ -> {}),
          clock,
          BACKOFF,
          wakeups,
          log);

  private Uni<Answer> post(Post post) {
    posts.add(post);
    if (!answering) {
      return Uni.createFrom().emitter(unanswered::add);
    }
    @Nullable Answer next = answers.poll();
    return Uni.createFrom().item(next == null ? TAKEN : next);
  }

  @Test
  void whatHappensIsPostedOnceInItsOrder() {
    subscribe(new AWebhook(scene()));
    long number = aConversation();
    decide(number, c -> c.close(scene().byAlice, NOON));

    run();

    assertThat(bodies())
        .containsExactly(
            "CONVERSATION_CREATED of Where is my order?",
            "CONVERSATION_MESSAGE_ADDED of Where is my order?",
            "CONVERSATION_ENQUEUED of Where is my order?",
            "CONVERSATION_CLOSED of Where is my order?",
            "CONVERSATION_ABANDONED of Where is my order?");
    assertThat(posts).extracting(Post::event).doesNotHaveDuplicates();
    assertThat(log.done()).containsOnly("webhook delivered");
    run();
    assertThat(posts).hasSize(5);
  }

  @Test
  void onlyWhatIsSubscribedToAndFitsTheFilterIsPosted() {
    subscribe(new AWebhook(scene()).to(EventType.CONVERSATION_CLOSED));
    subscribe(filtered(Field.INITIAL_CHANNEL, true, "Sms"));
    subscribe(filtered(Field.QUEUE_ID, true, scene().support.value().toString()));
    subscribe(filtered(Field.OPERATION_ORIGIN, false, "ApiImport"));
    subscribe(new AWebhook(scene()).disabled());
    aConversation();

    run();

    assertThat(bodies())
        .containsExactly(
            "CONVERSATION_CREATED of Where is my order?",
            "CONVERSATION_CREATED of Where is my order?");
  }

  private AWebhook filtered(Field field, boolean isOneOf, String value) {
    return new AWebhook(scene())
        .to(EventType.CONVERSATION_CREATED)
        .with(
            new EventFilter(Strategy.ALL, List.of(new Condition(field, isOneOf, List.of(value)))));
  }

  @Test
  void whatIsRefusedIsPostedAgainUnchangedUnderTheSameId() {
    Webhook webhook = subscribe(created());
    long number = aConversation();
    answers.add(BROKEN);
    run();
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));

    clock.pass(Duration.ofMillis(999));
    run();
    assertThat(posts).hasSize(1);
    clock.pass(Duration.ofMillis(1));
    run();

    assertThat(posts).hasSize(2);
    assertThat(posts.get(1).event()).isEqualTo(posts.get(0).event());
    assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
    assertThat(posts.get(1).at()).isEqualTo(NOON.plusSeconds(1));
    assertThat(log.done()).containsExactly("webhook retry", "webhook delivered");
    assertThat(tries(webhook).getFirst().last())
        .isEqualTo(new Try(NOON.plusSeconds(1), true, 204, ""));
  }

  @Test
  void theReceiversWishToWaitIsRespectedWithinReason() {
    subscribe(created());
    aConversation();
    answers.add(new Answer(429, "", Duration.ofSeconds(90)));
    answers.add(new Answer(503, "", Duration.ofDays(30)));
    run();

    clock.pass(Duration.ofSeconds(89));
    run();
    assertThat(posts).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    run();
    assertThat(posts).hasSize(2);
    clock.pass(Duration.ofHours(1));
    run();
    assertThat(posts).hasSize(3);
  }

  @Test
  void whoIsGoneIsDisabled() {
    Webhook webhook = subscribe(created());
    aConversation();
    answers.add(new Answer(410, "", null));

    run();
    aConversation();
    run();

    assertThat(posts).hasSize(1);
    assertThat(this.<Webhook>inTransaction(tx -> stores.webhooks.get(tx, webhook.id())).enabled())
        .isFalse();
    assertThat(log.done()).containsExactly("webhook given-up");
  }

  @Test
  void afterThreeDaysADeliveryIsGivenUp() {
    subscribe(created());
    aConversation();
    answers.add(BROKEN);
    answers.add(BROKEN);
    run();
    clock.pass(Duration.ofDays(3).plusMillis(1));

    run();
    clock.pass(Duration.ofDays(3));
    run();

    assertThat(posts).hasSize(2);
    assertThat(log.done()).containsExactly("webhook retry", "webhook given-up");
  }

  @Test
  void aReceiverThatKeepsFailingIsLeftAloneForAWhile() {
    subscribe(new AWebhook(scene()));
    for (int i = 0; i < 20; i++) {
      aConversation();
      answers.add(BROKEN);
    }

    for (int i = 0; i < 20; i++) {
      run();
    }

    assertThat(posts).hasSizeLessThan(15);
    int before = posts.size();
    clock.pass(Duration.ofSeconds(59));
    run();
    assertThat(posts).hasSize(before);
    clock.pass(Duration.ofSeconds(1));
    run();
    assertThat(posts).hasSizeGreaterThan(before);
  }

  @Test
  void aReceiverThatTakesItsTimeDelaysNobodyElse() {
    answering = false;
    subscribe(created());
    aConversation();
    run();
    assertThat(work.isBusy()).isTrue();
    answering = true;
    subscribe(created());
    aConversation();

    run();

    assertThat(posts).hasSize(3);
    assertThat(log.done()).containsExactly("webhook delivered", "webhook delivered");
    unanswered.getFirst().complete(TAKEN);
    assertThat(work.isBusy()).isFalse();
    assertThat(wakeups.woken()).contains(Wakeups.Topic.WEBHOOKS);
  }

  @Test
  void whatHasBeenAnonymizedIsNotPostedWithItsWords() {
    subscribe(created());
    long number = aConversation();
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.anonymize(scene().byAlice, NOON));

    run();

    assertThat(bodies()).containsExactly("CONVERSATION_CREATED of null");
  }

  @Test
  void whoseWordsWereRemovedBetweenTwoTriesIsToldWithoutThem() {
    subscribe(created());
    long number = aConversation();
    answers.add(BROKEN);
    run();
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.anonymize(scene().byAlice, NOON));
    stores.webhooks.empty(here(), load(number).id());
    clock.pass(Duration.ofSeconds(1));

    run();

    assertThat(bodies())
        .containsExactly(
            "CONVERSATION_CREATED of Where is my order?", "CONVERSATION_CREATED of null");
  }

  @Test
  void aDeliveryIsReplayed() {
    Webhook webhook = subscribe(created());
    aConversation();
    run();
    WebhookAdministration administration =
        new WebhookAdministration(
            stores.webhooks,
            stores.webhooks,
            stores.unitOfWork,
            _ -> {},
            new java.util.Random(1),
            ids,
            clock,
            wakeups);

    await(
        administration.replay(scene().admin(), webhook.id(), tries(webhook).getFirst().delivery()));
    run();

    assertThat(posts).hasSize(2);
    assertThat(posts.get(1).event()).isEqualTo(posts.get(0).event());
  }

  private AWebhook created() {
    return new AWebhook(scene()).to(EventType.CONVERSATION_CREATED);
  }

  private Webhook subscribe(AWebhook webhook) {
    Webhook built = webhook.build();
    this.<Void>inTransaction(tx -> stores.webhooks.add(tx, built));
    return built;
  }

  /** Until there is nothing more to do at this time. */
  private void run() {
    await(stores.events.assign(10_000));
    await(fanOut.once());
    int begun;
    do {
      begun = await(work.once());
    } while (begun > 0);
  }

  private List<String> bodies() {
    return posts.stream().map(post -> new String(post.body(), StandardCharsets.UTF_8)).toList();
  }

  private List<Tried> tries(Webhook webhook) {
    return inTransaction(
        tx -> stores.webhooks.tries(tx, webhook.id(), EventType.CONVERSATION_CREATED, 10));
  }
}
