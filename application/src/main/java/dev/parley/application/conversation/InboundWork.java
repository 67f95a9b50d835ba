package dev.parley.application.conversation;

import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Arrivals.Leased;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what arrived into messages; one that cannot be turned is parked after five tries. */
public final class InboundWork implements Work {
  private static final int TRIES = 5;
  private static final int BATCH = 32;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Arrivals arrivals;
  private final UnitOfWork unitOfWork;
  private final ContactEndpoints endpoints;
  private final Map<Channel, InboundParser> parsers;
  private final ReceiveEvent receive;
  private final Executor blocking;
  private final InstantSource clock;
  private final Backoff backoff;
  private final WorkLog log;

  /**
   * @param blocking runs the parsers, which may take long
   */
  public InboundWork(
      Arrivals arrivals,
      UnitOfWork unitOfWork,
      ContactEndpoints endpoints,
      Collection<InboundParser> parsers,
      ReceiveEvent receive,
      Executor blocking,
      InstantSource clock,
      Backoff backoff,
      WorkLog log) {
    this.arrivals = arrivals;
    this.unitOfWork = unitOfWork;
    this.endpoints = endpoints;
    this.parsers =
        parsers.stream()
            .collect(Collectors.toUnmodifiableMap(InboundParser::channel, Function.identity()));
    this.receive = receive;
    this.blocking = blocking;
    this.clock = clock;
    this.backoff = backoff;
    this.log = log;
  }

  @Override
  public String name() {
    return "inbound";
  }

  /** One after the other, so that a contact's mails become messages in the order they came. */
  @Override
  public Uni<Integer> once() {
    return arrivals
        .lease(clock.instant(), LEASE, BATCH)
        .chain(
            leased ->
                Multi.createFrom()
                    .iterable(leased)
                    .onItem()
                    .transformToUniAndConcatenate(this::process)
                    .collect()
                    .last()
                    .replaceWith(leased.size()));
  }

  private Uni<Void> process(Leased piece) {
    return arrivals
        .load(piece.organization(), piece.id())
        .chain(
            found ->
                found.isEmpty() ? Uni.createFrom().voidItem() : understand(found.orElseThrow()))
        .onFailure()
        .recoverWithUni(failure -> failed(piece, failure));
  }

  private Uni<Void> understand(RawInbound raw) {
    return unitOfWork
        .inTransaction(raw.organization(), tx -> endpoints.get(tx, raw.endpoint()))
        .chain(endpoint -> parse(raw, endpoint).chain(events -> receive(raw, endpoint, events)));
  }

  private Uni<List<InboundEvent>> parse(RawInbound raw, ContactEndpoint endpoint) {
    InboundParser parser = parsers.get(raw.channel());
    if (parser == null) {
      return Uni.createFrom()
          .failure(new IllegalStateException("no parser for channel " + raw.channel().name()));
    }
    return Uni.createFrom().item(() -> parser.parse(raw, endpoint)).runSubscriptionOn(blocking);
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
