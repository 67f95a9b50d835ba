package dev.parley.application.webhook;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.event.EventPositions;
import dev.parley.application.webhook.DeliveryLog.Tried;
import dev.parley.application.webhook.DeliveryLog.Try;
import dev.parley.application.webhook.WebhookDeliveries.Candidate;
import dev.parley.application.webhook.WebhookDeliveries.Leased;
import dev.parley.application.webhook.WebhookDeliveries.NewDelivery;
import dev.parley.application.webhook.WebhookDeliveries.Place;
import dev.parley.application.webhook.WebhookDeliveries.Waiting;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.EventFilter.Condition;
import dev.parley.domain.webhook.EventFilter.Field;
import dev.parley.domain.webhook.EventFilter.Strategy;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookError;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the stores of subscriptions and deliveries promise. */
public interface WebhooksContract extends ConversationStores {
  Duration LEASE = Duration.ofMinutes(2);
  int MANY = 10_000;
  int EACH = 4;
  int PATIENCE = 3;

  Webhooks webhooks();

  WebhookDeliveries webhookDeliveries();

  DeliveryLog deliveryLog();

  EventPositions positions();

  @Test
  default void aSubscriptionIsReadBackWhole() {
    Webhook webhook =
        new AWebhook(scene())
            .to(EventType.CONVERSATION_CLOSED, EventType.CONVERSATION_RATED)
            .with(
                new EventFilter(
                    Strategy.ANY,
                    List.of(new Condition(Field.INITIAL_CHANNEL, false, List.of("Email")))))
            .with(new Credentials.Basic("parley", new Secret("open sesame")))
            .build();
    Webhook other = new AWebhook(scene()).with(new Credentials.Bearer(new Secret("t"))).build();
    add(webhook);
    add(other);

    assertThat(this.<List<Webhook>>inTransaction(tx -> webhooks().list(tx)))
        .containsExactly(webhook, other);
    assertThat(this.<Webhook>inTransaction(tx -> webhooks().get(tx, webhook.id())))
        .isEqualTo(webhook);
  }

  @Test
  default void aChangedSubscriptionIsReadBackChanged() {
    Webhook webhook = new AWebhook(scene()).build();
    add(webhook);
    Webhook changed =
        new Webhook(
            webhook.id(),
            "Other",
            "https://example.org",
            Set.of(),
            webhook.filter(),
            webhook.credentials(),
            webhook.headers(),
            webhook.key(),
            false,
            webhook.createdAt(),
            webhook.createdBy(),
            NOON,
            scene().bob);

    this.<Void>inTransaction(tx -> webhooks().save(tx, changed, false));

    assertThat(this.<Webhook>inTransaction(tx -> webhooks().get(tx, webhook.id())))
        .isEqualTo(changed);
  }

  @Test
  default void aSubscriptionOfAnotherOrganizationIsNotFound() {
    Webhook webhook = new AWebhook(scene()).build();
    add(webhook);

    assertThat(errorOf(elsewhere(webhook.id()))).isEqualTo(new WebhookError.WebhookNotFound());
    assertThat(
            errorOf(
                unitOfWork().inTransaction(elsewhere(), tx -> webhooks().remove(tx, webhook.id()))))
        .isEqualTo(new WebhookError.WebhookNotFound());
    this.<Void>inTransactionElsewhere(tx -> webhooks().save(tx, webhook, true));
    assertThat(this.<List<Webhook>>inTransactionElsewhere(tx -> webhooks().list(tx))).isEmpty();
    assertThat(
            this.<Optional<Place>>inTransactionElsewhere(
                tx -> webhookDeliveries().takePlace(tx, webhook.id())))
        .isEmpty();
  }

  private Uni<Webhook> elsewhere(WebhookId id) {
    return unitOfWork().inTransaction(elsewhere(), tx -> webhooks().get(tx, id));
  }

  @Test
  default void aNewSubscriptionBeginsWithWhatHappensFromNowOn() {
    create(scene().aNewConversation());
    assign();
    Webhook webhook = new AWebhook(scene()).build();
    add(webhook);
    assertThat(behind()).isEmpty();

    create(scene().aNewConversation());
    assign();

    assertThat(behind()).containsExactly(webhook.id());
    Place place = place(webhook).orElseThrow();
    assertThat(place).isEqualTo(new Place(webhook, 3));
    List<Candidate> candidates = candidates(3);
    assertThat(candidates).extracting(Candidate::position).containsExactly(4L, 5L, 6L);
    assertThat(candidates).extracting(Candidate::channel).containsOnly(Channel.EMAIL);
    assertThat(candidates).extracting(Candidate::queue).containsOnly(scene().support);
    assertThat(candidates.getFirst().type()).isEqualTo(EventType.CONVERSATION_CREATED);
    assertThat(candidates).extracting(Candidate::imported).containsOnly(false);
  }

  @Test
  default void aDisabledSubscriptionReadsNothingAndBeginsAnewWhenEnabled() {
    Webhook webhook = new AWebhook(scene()).build();
    add(webhook);
    this.<Void>inTransaction(tx -> webhookDeliveries().disable(tx, webhook.id(), NOON));
    create(scene().aNewConversation());
    assign();

    assertThat(behind()).isEmpty();
    assertThat(place(webhook)).isEmpty();
    this.<Void>inTransaction(tx -> webhooks().save(tx, webhook, true));

    assertThat(behind()).isEmpty();
    assertThat(place(webhook).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  default void aDeliveryIsLeasedUntilItIsFinished() {
    Webhook webhook = subscribed();
    NewDelivery delivery = queue(webhook, scene().newConversationId()).getFirst();

    assertThat(leasedAt(NOON.minusMillis(1))).isEmpty();
    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), delivery.id(), webhook.id(), 1));
    assertThat(leasedAt(NOON.plus(LEASE).minusMillis(1))).isEmpty();
    Leased second = leasedAt(NOON.plus(LEASE)).getFirst();
    assertThat(second.attempts()).isEqualTo(2);
    this.<Void>inTransaction(
        tx ->
            webhookDeliveries()
                .postpone(tx, second, new Answer(500, "", null), NOON, NOON.plusSeconds(600)));
    assertThat(leasedAt(NOON.plusSeconds(599))).isEmpty();
    Leased third = leasedAt(NOON.plusSeconds(600)).getFirst();
    assertThat(third.attempts()).isEqualTo(3);
    this.<Void>inTransaction(tx -> webhookDeliveries().giveBack(tx, third, NOON.plusSeconds(700)));
    Leased fourth = leasedAt(NOON.plusSeconds(700)).getFirst();
    finish(fourth, new Answer(204, "", null), NOON);

    assertThat(leasedAt(NOON.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(loaded(delivery.id())).isEmpty();
  }

  @Test
  default void whatIsPostedIsKept() {
    Webhook webhook = subscribed();
    NewDelivery delivery = queue(webhook, scene().newConversationId()).getFirst();
    Waiting fresh = loaded(delivery.id()).orElseThrow();
    assertThat(fresh.webhook()).isEqualTo(webhook);
    assertThat(fresh.event()).isEqualTo(delivery.event());
    assertThat(fresh.since()).isEqualTo(NOON);
    assertThat(fresh.payload()).isNull();

    keep(delivery.id(), "{\"a\":\"ä\"}");

    assertThat(loaded(delivery.id()).orElseThrow().payload())
        .isEqualTo("{\"a\":\"ä\"}".getBytes(UTF_8));
    assertThat(
            this.<Optional<Waiting>>inTransactionElsewhere(
                tx -> webhookDeliveries().load(tx, delivery.id())))
        .isEmpty();
  }

  @Test
  default void aConversationsEventsKeepTheirOrderForAWhile() {
    Webhook webhook = subscribed();
    ConversationId one = scene().newConversationId();
    List<NewDelivery> queued = queue(webhook, one, one, scene().newConversationId());

    List<Leased> first = leasedAt(NOON);
    assertThat(first)
        .extracting(Leased::id)
        .containsExactly(queued.get(0).id(), queued.get(2).id());
    for (int i = 1; i < PATIENCE; i++) {
      this.<Void>inTransaction(
          tx ->
              webhookDeliveries()
                  .postpone(tx, first.getFirst(), new Answer(500, "", null), NOON, NOON));
      assertThat(leasedAt(NOON)).extracting(Leased::id).containsExactly(queued.getFirst().id());
    }

    assertThat(leasedAt(NOON)).extracting(Leased::id).containsExactly(queued.get(1).id());
  }

  @Test
  default void aSubscriptionHasOnlyAFewInHandAndOneWhileItFails() {
    Webhook busy = subscribed();
    Webhook other = subscribed();
    for (int i = 0; i < EACH + 2; i++) {
      queue(busy, scene().newConversationId());
    }
    queue(other, scene().newConversationId());

    List<Leased> first = leasedAt(NOON);

    assertThat(first).filteredOn(leased -> leased.webhook().equals(busy.id())).hasSize(EACH);
    assertThat(first).filteredOn(leased -> leased.webhook().equals(other.id())).hasSize(1);
    assertThat(leasedAt(NOON)).isEmpty();
    first.forEach(leased -> finish(leased, new Answer(500, "", null), NOON));
    assertThat(note(busy, false)).isEqualTo(1);
    assertThat(note(busy, false)).isEqualTo(2);
    assertThat(leasedAt(NOON)).hasSize(1);
    assertThat(note(busy, true)).isZero();
    assertThat(leasedAt(NOON)).hasSize(1);
  }

  @Test
  default void aRestingOrDisabledSubscriptionIsLeftAlone() {
    Webhook webhook = subscribed();
    queue(webhook, scene().newConversationId());

    this.<Void>inTransaction(
        tx -> webhookDeliveries().rest(tx, webhook.id(), NOON.plusSeconds(60)));
    assertThat(leasedAt(NOON.plusSeconds(59))).isEmpty();
    this.<Void>inTransaction(tx -> webhookDeliveries().disable(tx, webhook.id(), NOON));
    assertThat(leasedAt(NOON.plusSeconds(60))).isEmpty();
    this.<Void>inTransaction(tx -> webhooks().save(tx, webhook, true));
    assertThat(leasedAt(NOON.plusSeconds(60))).hasSize(1);
  }

  @Test
  default void theLogTellsOfTheLastTries() {
    Webhook webhook = subscribed();
    List<NewDelivery> queued =
        queue(webhook, scene().newConversationId(), scene().newConversationId());
    List<Leased> leased = leasedAt(NOON);
    keep(queued.get(0).id(), "{}");
    keep(queued.get(1).id(), "[]");
    finish(leased.get(0), new Answer(204, "", null), NOON);
    finish(leased.get(1), new Answer(500, "oops", null), NOON.plusSeconds(1));

    assertThat(tries(webhook, EventType.CONVERSATION_CREATED))
        .containsExactly(
            new Tried(
                queued.get(1).id(),
                queued.get(1).event(),
                1,
                new Try(NOON.plusSeconds(1), false, 500, "oops"),
                "[]"),
            new Tried(
                queued.get(0).id(), queued.get(0).event(), 1, new Try(NOON, true, 204, ""), "{}"));
    assertThat(tries(webhook, EventType.CONVERSATION_CLOSED)).isEmpty();
    assertThat(
            this.<Map<EventType, Try>>inTransaction(
                tx -> deliveryLog().lastTries(tx, webhook.id())))
        .isEqualTo(
            Map.of(
                EventType.CONVERSATION_CREATED, new Try(NOON.plusSeconds(1), false, 500, "oops")));
    assertThat(
            this.<Map<EventType, Try>>inTransactionElsewhere(
                tx -> deliveryLog().lastTries(tx, webhook.id())))
        .isEmpty();
    assertThat(
            this.<List<Tried>>inTransactionElsewhere(
                tx -> deliveryLog().tries(tx, webhook.id(), EventType.CONVERSATION_CREATED, MANY)))
        .isEmpty();
  }

  @Test
  default void whoseEventHasNoPayloadAnyMoreIsNotQuoted() {
    Webhook webhook = subscribed();
    queue(webhook, scene().newConversationId());

    finish(leasedAt(NOON).getFirst(), new Answer(400, "no such Zoe", null), NOON);

    assertThat(tries(webhook, EventType.CONVERSATION_CREATED))
        .extracting(tried -> tried.last().text())
        .containsExactly("");
  }

  @Test
  default void aDeliveryIsReplayedUnderItsEventsId() {
    create(scene().aNewConversation());
    assign();
    Webhook webhook = subscribed();
    Candidate event = candidates(0).getFirst();
    NewDelivery delivery =
        new NewDelivery(newId(), 1, event.id(), event.type(), event.conversation());
    enqueue(webhook, List.of(delivery));
    finish(leasedAt(NOON).getFirst(), new Answer(204, "", null), NOON);
    UUID again = newId();

    this.<Void>inTransaction(
        tx -> deliveryLog().replay(tx, webhook.id(), delivery.id(), again, NOON));

    assertThat(leasedAt(NOON)).containsExactly(new Leased(here(), again, webhook.id(), 1));
    assertThat(loaded(again).orElseThrow().event()).isEqualTo(event.id());
    for (UUID unknown :
        List.of(newId(), queue(webhook, scene().newConversationId()).getFirst().id())) {
      assertThat(
              errorOf(
                  unitOfWork()
                      .inTransaction(
                          here(),
                          tx -> deliveryLog().replay(tx, webhook.id(), unknown, newId(), NOON))))
          .isEqualTo(new WebhookError.WebhookDeliveryNotFound());
    }
  }

  @Test
  default void whatWaitedTooLongIsGivenUpAndWhatIsOverForgotten() {
    Webhook webhook = subscribed();
    NewDelivery done = queue(webhook, scene().newConversationId()).getFirst();
    finish(leasedAt(NOON).getFirst(), new Answer(204, "", null), NOON);
    NewDelivery late = queue(webhook, scene().newConversationId()).getFirst();

    tidy(NOON, NOON);
    assertThat(loaded(late.id())).isPresent();
    assertThat(tries(webhook, EventType.CONVERSATION_CREATED)).hasSize(1);
    tidy(NOON.plusMillis(1), NOON);
    assertThat(loaded(late.id())).isEmpty();
    assertThat(tries(webhook, EventType.CONVERSATION_CREATED))
        .extracting(Tried::delivery)
        .containsExactly(done.id());
    tidy(MORNING, NOON.plusMillis(1));
    assertThat(tries(webhook, EventType.CONVERSATION_CREATED)).isEmpty();
  }

  @Test
  default void aRemovedSubscriptionTakesItsDeliveriesAlong() {
    Webhook webhook = subscribed();
    NewDelivery delivery = queue(webhook, scene().newConversationId()).getFirst();

    this.<Void>inTransaction(tx -> webhooks().remove(tx, webhook.id()));

    assertThat(leasedAt(NOON)).isEmpty();
    assertThat(loaded(delivery.id())).isEmpty();
    assertThat(note(webhook, false)).isZero();
  }

  private Webhook subscribed() {
    Webhook webhook = new AWebhook(scene()).build();
    add(webhook);
    return webhook;
  }

  private void add(Webhook webhook) {
    this.<Void>inTransaction(tx -> webhooks().add(tx, webhook));
  }

  /** One delivery for each conversation, in this order. */
  private List<NewDelivery> queue(Webhook webhook, ConversationId... conversations) {
    long position = place(webhook).orElseThrow().position();
    List<NewDelivery> deliveries = new ArrayList<>();
    for (ConversationId conversation : conversations) {
      position++;
      deliveries.add(
          new NewDelivery(
              newId(), position, newId(), EventType.CONVERSATION_CREATED, conversation));
    }
    enqueue(webhook, deliveries);
    return deliveries;
  }

  private void enqueue(Webhook webhook, List<NewDelivery> deliveries) {
    this.<Void>inTransaction(
        tx ->
            webhookDeliveries()
                .enqueue(tx, webhook.id(), deliveries, deliveries.getLast().position(), NOON));
  }

  private void assign() {
    await(positions().assign(MANY));
  }

  private List<WebhookId> behind() {
    return await(webhookDeliveries().behind(MANY)).stream()
        .filter(behind -> behind.organization().equals(here()))
        .map(WebhookDeliveries.Behind::webhook)
        .toList();
  }

  private Optional<Place> place(Webhook webhook) {
    return inTransaction(tx -> webhookDeliveries().takePlace(tx, webhook.id()));
  }

  private List<Candidate> candidates(long position) {
    return inTransaction(tx -> webhookDeliveries().candidates(tx, position, MANY));
  }

  private List<Leased> leasedAt(Instant now) {
    return await(webhookDeliveries().lease(now, LEASE, MANY, EACH, PATIENCE)).stream()
        .filter(leased -> leased.organization().equals(here()))
        .toList();
  }

  private Optional<Waiting> loaded(UUID delivery) {
    return inTransaction(tx -> webhookDeliveries().load(tx, delivery));
  }

  private void keep(UUID delivery, String payload) {
    this.<Void>inTransaction(tx -> webhookDeliveries().keep(tx, delivery, payload.getBytes(UTF_8)));
  }

  private void finish(Leased leased, Answer answer, Instant at) {
    this.<Void>inTransaction(
        tx -> webhookDeliveries().finish(tx, leased, answer.isSuccess(), answer, at));
  }

  private int note(Webhook webhook, boolean success) {
    return inTransaction(tx -> webhookDeliveries().note(tx, webhook.id(), success));
  }

  private List<Tried> tries(Webhook webhook, EventType type) {
    return inTransaction(tx -> deliveryLog().tries(tx, webhook.id(), type, MANY));
  }

  private void tidy(Instant givenUpBefore, Instant forgottenBefore) {
    await(webhookDeliveries().tidy(givenUpBefore, forgottenBefore, MANY));
  }
}
