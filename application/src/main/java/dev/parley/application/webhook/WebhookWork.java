package dev.parley.application.webhook;

import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventRenderer;
import dev.parley.application.shared.Aside;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.application.webhook.WebhookDeliveries.Leased;
import dev.parley.application.webhook.WebhookDeliveries.Waiting;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.application.webhook.WebhookSender.Post;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts what is queued for subscribers. A round only begins deliveries: they go on beside later
 * rounds, so that a receiver that takes its time delays nobody else.
 */
public final class WebhookWork implements Work {
  /** How long a delivery is tried. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  /** In hand at once in this instance, and of them for one subscription. */
  private static final int MOST = 64;

  private static final int EACH = 4;

  /** After so many tries of an event the later ones of its conversation stop waiting for it. */
  private static final int ORDERED_TRIES = 4;

  /** Longer than any post. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** So many failures in a row, of whatever events, and the receiver is left alone for a while. */
  private static final int FAILURES = 8;

  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final WebhookDeliveries deliveries;
  private final EventReader events;
  private final EventRenderer renderer;
  private final WebhookSender sender;
  private final UnitOfWork unitOfWork;
  private final Aside aside;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Wakeups wakeups;
  private final WorkLog log;
  private final AtomicInteger inHand = new AtomicInteger();

  public WebhookWork(
      WebhookDeliveries deliveries,
      EventReader events,
      EventRenderer renderer,
      WebhookSender sender,
      UnitOfWork unitOfWork,
      Aside aside,
      InstantSource clock,
      Backoff backoff,
      Wakeups wakeups,
      WorkLog log) {
    this.deliveries = deliveries;
    this.events = events;
    this.renderer = renderer;
    this.sender = sender;
    this.unitOfWork = unitOfWork;
    this.aside = aside;
    this.clock = clock;
    this.backoff = backoff;
    this.wakeups = wakeups;
    this.log = log;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Uni<Integer> once() {
    int free = MOST - inHand.get();
    if (free <= 0) {
      return Uni.createFrom().item(0);
    }
    return deliveries
        .lease(clock.instant(), LEASE, free, EACH, ORDERED_TRIES)
        .invoke(leased -> leased.forEach(this::begin))
        .map(leased -> leased.size());
  }

  /** What is in hand at the end is given up by the process and taken by another. */
  @Override
  public boolean isBusy() {
    return inHand.get() > 0;
  }

  private void begin(Leased piece) {
    inHand.incrementAndGet();
    aside.run(
        () ->
            guarded(piece)
                .onTermination()
                .invoke(
                    () -> {
                      inHand.decrementAndGet();
                      wakeups.wake(Wakeups.Topic.WEBHOOKS);
                    }));
  }

  private Uni<Void> guarded(Leased piece) {
    return deliver(piece)
        .onFailure()
        .invoke(failure -> failed(piece, failure))
        .onFailure()
        .recoverWithUni(() -> giveBack(piece));
  }

  private void failed(Leased piece, Throwable failure) {
    log.failed(name(), piece.organization(), piece.id(), piece.attempts(), failure);
  }

  private Uni<Void> giveBack(Leased piece) {
    Instant later = clock.instant().plus(backoff.after(piece.attempts()));
    return unitOfWork.inTransaction(
        piece.organization(), tx -> deliveries.giveBack(tx, piece, later));
  }

  private Uni<Void> deliver(Leased piece) {
    return unitOfWork
        .inTransaction(piece.organization(), tx -> prepare(tx, piece))
        .chain(
            job ->
                job.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : sender
                        .post(job.get().post())
                        .chain(answer -> settle(piece, job.get(), answer)));
  }

  private record Job(Post post, Instant since) {}

  /** The payload is stored before it is posted, so that anonymization finds what has been sent. */
  private Uni<Optional<Job>> prepare(Transaction tx, Leased piece) {
    return deliveries
        .load(tx, piece.id())
        .chain(
            found -> {
              if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
              }
              Waiting waiting = found.get();
              byte[] payload = waiting.payload();
              return payload == null
                  ? render(tx, piece, waiting)
                  : Uni.createFrom().item(Optional.of(job(waiting, payload)));
            });
  }

  private Uni<Optional<Job>> render(Transaction tx, Leased piece, Waiting waiting) {
    return events
        .lock(tx, waiting.event())
        .chain(() -> events.find(tx, waiting.event()))
        .chain(
            event -> {
              if (event.isEmpty()) {
                return deliveries
                    .finish(
                        tx,
                        piece,
                        false,
                        new Answer(0, "the event is not kept any more", null),
                        clock.instant())
                    .replaceWith(Optional.empty());
              }
              byte[] payload = renderer.render(event.get());
              return deliveries
                  .keep(tx, piece.id(), payload)
                  .replaceWith(Optional.of(job(waiting, payload)));
            });
  }

  private Job job(Waiting waiting, byte[] payload) {
    return new Job(
        new Post(waiting.webhook(), waiting.event(), clock.instant(), payload), waiting.since());
  }

  private Uni<Void> settle(Leased piece, Job job, Answer answer) {
    Instant now = clock.instant();
    boolean late = job.since().plus(PATIENCE).isBefore(now);
    boolean over = answer.isSuccess() || answer.isGone() || late;
    log.done(name(), answer.isSuccess() ? "delivered" : over ? "given-up" : "retry");
    return unitOfWork.inTransaction(
        piece.organization(),
        tx ->
            (over
                    ? deliveries.finish(tx, piece, answer.isSuccess(), answer, now)
                    : deliveries.postpone(tx, piece, answer, now, next(piece, answer, now)))
                .chain(() -> deliveries.note(tx, piece.webhook(), answer.isSuccess()))
                .chain(failures -> consequences(tx, piece, answer, failures, now)));
  }

  private Instant next(Leased piece, Answer answer, Instant now) {
    return now.plus(longer(backoff.after(piece.attempts()), answer.retryAfter()));
  }

  private Uni<Void> consequences(
      Transaction tx, Leased piece, Answer answer, int failures, Instant now) {
    if (answer.isGone()) {
      return deliveries.disable(tx, piece.webhook(), now);
    }
    if (answer.isSuccess() || (failures < FAILURES && answer.retryAfter() == null)) {
      return Uni.createFrom().voidItem();
    }
    Duration rest = longer(failures < FAILURES ? Duration.ZERO : REST, answer.retryAfter());
    return deliveries.rest(tx, piece.webhook(), now.plus(rest));
  }

  private static Duration longer(Duration pause, @Nullable Duration asked) {
    if (asked == null || asked.compareTo(pause) < 0) {
      return pause;
    }
    return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }
}
