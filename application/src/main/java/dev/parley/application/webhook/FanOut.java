package dev.parley.application.webhook;

import dev.parley.application.event.EventRenderer;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.application.webhook.WebhookDeliveries.Behind;
import dev.parley.application.webhook.WebhookDeliveries.Candidate;
import dev.parley.application.webhook.WebhookDeliveries.NewDelivery;
import dev.parley.application.webhook.WebhookDeliveries.Place;
import dev.parley.domain.webhook.EventFilter.Field;
import dev.parley.domain.webhook.Webhook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the feed for every subscription and queues what concerns it. A subscription's place in the
 * feed moves in the transaction that queues, so nothing is queued twice and nothing is skipped.
 */
public final class FanOut implements Work {
  /** What conditions on the origin know; anything else has no origin. */
  public static final String IMPORTED = "ApiImport";

  private static final int SUBSCRIPTIONS = 200;
  private static final int PAGE = 500;

  private final WebhookDeliveries deliveries;
  private final EventRenderer words;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;
  private final WorkLog log;

  public FanOut(
      WebhookDeliveries deliveries,
      EventRenderer words,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups,
      WorkLog log) {
    this.deliveries = deliveries;
    this.words = words;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
    this.log = log;
  }

  @Override
  public String name() {
    return "webhook-fan-out";
  }

  @Override
  public Uni<Integer> once() {
    return deliveries
        .behind(SUBSCRIPTIONS)
        .chain(
            behind ->
                Multi.createFrom()
                    .iterable(behind)
                    .onItem()
                    .transformToUniAndConcatenate(this::guarded)
                    .collect()
                    .with(java.util.stream.Collectors.summingInt(Integer::intValue)));
  }

  /** How many positions the subscription has moved on; a failure of one stops no other. */
  private Uni<Integer> guarded(Behind behind) {
    return unitOfWork
        .inTransaction(behind.organization(), tx -> read(tx, behind))
        .invoke(() -> wakeups.wake(Wakeups.Topic.WEBHOOKS))
        .onFailure()
        .invoke(
            failure ->
                log.failed(name(), behind.organization(), behind.webhook().value(), 1, failure))
        .onFailure()
        .recoverWithItem(0);
  }

  private Uni<Integer> read(Transaction tx, Behind behind) {
    return deliveries
        .takePlace(tx, behind.webhook())
        .chain(
            place ->
                place.isEmpty()
                    ? Uni.createFrom().item(0)
                    : deliveries
                        .candidates(tx, place.get().position(), PAGE)
                        .chain(candidates -> queue(tx, place.get(), candidates)));
  }

  private Uni<Integer> queue(Transaction tx, Place place, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    List<NewDelivery> wanted =
        candidates.stream()
            .filter(candidate -> concerns(place.webhook(), candidate))
            .map(c -> new NewDelivery(ids.next(), c.position(), c.id(), c.type(), c.conversation()))
            .toList();
    return deliveries
        .enqueue(tx, place.webhook().id(), wanted, candidates.getLast().position(), clock.instant())
        .replaceWith(candidates.size());
  }

  private boolean concerns(Webhook webhook, Candidate candidate) {
    return webhook.events().contains(candidate.type()) && webhook.filter().admits(facts(candidate));
  }

  private Map<Field, String> facts(Candidate candidate) {
    Map<Field, String> facts = new EnumMap<>(Field.class);
    facts.put(Field.INITIAL_CHANNEL, words.word(candidate.channel()));
    if (candidate.queue() != null) {
      facts.put(Field.QUEUE_ID, candidate.queue().value().toString());
    }
    if (candidate.imported()) {
      facts.put(Field.OPERATION_ORIGIN, IMPORTED);
    }
    return facts;
  }
}
