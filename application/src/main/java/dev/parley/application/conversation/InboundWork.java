package dev.parley.application.conversation;

import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Arrivals.Leased;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.conversation.UnderstandArrivals.Failed;
import dev.parley.application.conversation.UnderstandArrivals.Gone;
import dev.parley.application.conversation.UnderstandArrivals.Reading;
import dev.parley.application.conversation.UnderstandArrivals.Understood;
import dev.parley.application.shared.Aside;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns what arrived into messages; one that cannot be turned is parked after five tries. What one
 * sender wrote is turned in the order in which it came, what different ones wrote side by side.
 */
public final class InboundWork implements Work {
  private static final int TRIES = 5;
  private static final int BATCH = 128;

  /** In hand at once, unless one alone is larger; parsing takes a few times as much. */
  private static final long BYTES = 16L * 1024 * 1024;

  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Arrivals arrivals;
  private final UnderstandArrivals understand;
  private final ReceiveEvent receive;
  private final InstantSource clock;
  private final Backoff backoff;
  private final WorkLog log;
  private final int atOnce;
  private final Lanes<Lane> lanes;
  private final InHand inHand = new InHand();

  /** Whatever has to be done in the order in which it came. */
  private record Lane(OrganizationId organization, String key) {}

  /**
   * @param blocking runs the parsers, which may take long
   * @param aside makes the messages
   * @param atOnce how many messages are made at the same time, each on a connection of its own
   */
  public InboundWork(
      Arrivals arrivals,
      ContactEndpoints endpoints,
      Collection<InboundParser> parsers,
      ReceiveEvent receive,
      Executor blocking,
      Aside aside,
      InstantSource clock,
      Backoff backoff,
      WorkLog log,
      int atOnce) {
    this.arrivals = arrivals;
    this.understand = new UnderstandArrivals(arrivals, endpoints, parsers, blocking, atOnce);
    this.receive = receive;
    this.clock = clock;
    this.backoff = backoff;
    this.log = log;
    this.atOnce = atOnce;
    this.lanes = new Lanes<>(atOnce, aside);
  }

  @Override
  public String name() {
    return "inbound";
  }

  /**
   * Begins the next batch when the lanes are about to run out of work, and returns while they work
   * on: what takes long in one batch does not hold up the next.
   */
  @Override
  public Uni<Integer> once() {
    return inHand
        .atMost(2 * atOnce, Long.MAX_VALUE)
        .chain(
            () -> {
              Instant now = clock.instant();
              return arrivals
                  .lease(now, LEASE, BATCH)
                  .call(leased -> begin(leased, now.plus(LEASE)))
                  .map(List::size);
            });
  }

  @Override
  public boolean isBusy() {
    return !inHand.isEmpty();
  }

  private Uni<Void> begin(List<Leased> leased, Instant until) {
    return Multi.createFrom()
        .iterable(portions(leased))
        .onItem()
        .transformToUniAndConcatenate(portion -> beginPortion(portion, until))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** As many as fit into the memory meant for them, at least one at a time. */
  private static List<List<Leased>> portions(List<Leased> leased) {
    List<List<Leased>> portions = new ArrayList<>();
    long size = BYTES;
    for (Leased piece : leased) {
      if (size + piece.size() > BYTES) {
        portions.add(new ArrayList<>());
        size = 0;
      }
      portions.getLast().add(piece);
      size += piece.size();
    }
    return portions;
  }

  /** Who wrote is known only then, so the lanes are entered when all are understood, in order. */
  private Uni<Void> beginPortion(List<Leased> portion, Instant until) {
    long size = portion.stream().mapToLong(Leased::size).sum();
    return inHand
        .atMost(Integer.MAX_VALUE, Math.max(0, BYTES - size))
        .chain(() -> understand.of(portion))
        .invoke(readings -> readings.forEach(reading -> enter(reading, until)))
        .replaceWithVoid();
  }

  private void enter(Reading reading, Instant until) {
    long size = reading.piece().size();
    inHand.take(size);
    lanes.add(
        lanesOf(reading),
        () -> guarded(reading, until).onTermination().invoke(() -> inHand.give(size)));
  }

  private static Set<Lane> lanesOf(Reading reading) {
    return reading instanceof Understood understood
        ? understood.events().stream()
            .flatMap(InboundWork::keys)
            .map(key -> new Lane(understood.raw().organization(), key))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static Stream<String> keys(InboundEvent event) {
    return switch (event) {
      case InboundEvent.MessageReceived received -> Stream.of(received.from().email().key());
      case InboundEvent.DeliveryFailed failed -> failed.providerIds().stream();
      case InboundEvent.Delivered delivered -> delivered.providerIds().stream();
      case InboundEvent.Ignored _ -> Stream.empty();
    };
  }

  /** What could not even be noted as failed comes back when its lease has run out. */
  private Uni<Void> guarded(Reading reading, Instant until) {
    Leased piece = reading.piece();
    return Uni.createFrom()
        .deferred(() -> process(reading, until))
        .onFailure()
        .recoverWithUni(failure -> failed(piece, failure))
        .onFailure()
        .invoke(
            failure ->
                log.failed(name(), piece.organization(), piece.id(), piece.attempts(), failure));
  }

  /** Whose lease ran out while it waited for its turn is left to who has it now. */
  private Uni<Void> process(Reading reading, Instant until) {
    if (!clock.instant().isBefore(until)) {
      return Uni.createFrom().voidItem();
    }
    return switch (reading) {
      case Understood understood ->
          receive(understood.raw(), understood.endpoint(), understood.events());
      case Failed(Leased _, Throwable why) -> Uni.createFrom().failure(why);
      case Gone _ -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> receive(RawInbound raw, ContactEndpoint endpoint, List<InboundEvent> events) {
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(event -> receive.handle(raw, endpoint, event))
        .invoke(outcome -> log.done(name(), outcome.word()))
        .collect()
        .with(Collectors.reducing(ReceiveEvent.Outcome.IGNORED, ReceiveEvent.Outcome::stronger))
        .chain(
            outcome ->
                outcome.keepsOriginal()
                    ? Uni.createFrom().voidItem()
                    : arrivals.drop(raw.organization(), raw.id()));
  }

  private Uni<Void> failed(Leased piece, Throwable failure) {
    String code = code(failure);
    if (piece.attempts() >= TRIES && !isTemporary(failure)) {
      log.parked(name(), piece.organization(), piece.id(), code);
      return arrivals.park(piece.organization(), piece.id(), code);
    }
    log.failed(name(), piece.organization(), piece.id(), piece.attempts(), failure);
    return arrivals.retry(
        piece.organization(),
        piece.id(),
        clock.instant().plus(backoff.after(piece.attempts())),
        code);
  }

  private static boolean isTemporary(Throwable failure) {
    return failure instanceof DomainException e && e.error().kind() == DomainError.Kind.UNAVAILABLE;
  }

  private static String code(Throwable failure) {
    return failure instanceof DomainException e
        ? e.error().code()
        : failure.getClass().getSimpleName();
  }
}
