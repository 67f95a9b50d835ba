package dev.parley.application.channel;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.InMemoryRows.Owned;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What arrived at the endpoints of all organizations. */
public final class InMemoryArrivals implements Inbox, Arrivals, Recoverable {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryRows<UUID, Arrival> arrivals = new InMemoryRows<>();
  private final InMemoryRows<Event, UUID> understood = new InMemoryRows<>();

  public InMemoryArrivals(InMemoryUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Where something that arrived stands. */
  public enum State {
    NEW,
    DONE,
    PARKED
  }

  /**
   * Something that arrived.
   *
   * @param bytes null when they were removed
   * @param conversation where it ended up
   */
  public record Arrival(
      RawInbound raw,
      byte @Nullable [] bytes,
      State state,
      int attempts,
      Instant notBefore,
      @Nullable String code,
      @Nullable ConversationId conversation) {
    Arrival in(State newState, @Nullable String newCode) {
      return new Arrival(raw, bytes, newState, attempts, notBefore, newCode, conversation);
    }

    Arrival withoutBytes() {
      return new Arrival(raw, null, state, attempts, notBefore, code, conversation);
    }

    Arrival due(Instant at, int newAttempts, @Nullable String newCode) {
      return new Arrival(raw, bytes, state, newAttempts, at, newCode, conversation);
    }

    Arrival endedUpIn(ConversationId where) {
      return new Arrival(raw, bytes, State.DONE, attempts, notBefore, null, where);
    }
  }

  private record Event(ContactEndpointId endpoint, String dedupeKey) {}

  @Override
  public Uni<Boolean> accept(RawInbound raw) {
    return unitOfWork.alone(
        () -> {
          boolean isNew = !arrivals.any(raw.organization(), other -> isSameDelivery(other, raw));
          if (isNew) {
            byte[] bytes = raw.bytes().clone();
            put(
                raw.organization(),
                new Arrival(bare(raw), bytes, State.NEW, 0, raw.receivedAt(), null, null));
          }
          return isNew;
        });
  }

  private static boolean isSameDelivery(Arrival other, RawInbound raw) {
    return other.raw().endpoint().equals(raw.endpoint())
        && other.raw().deliveryKey().equals(raw.deliveryKey());
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork.alone(
        () ->
            arrivals.all().stream()
                .filter(row -> row.row().state() == State.NEW)
                .filter(row -> !row.row().notBefore().isAfter(now))
                .sorted(Comparator.comparing(row -> row.row().notBefore()))
                .limit(most)
                .map(row -> lease(row, now.plus(lease)))
                .sorted(Comparator.comparing(leased -> leased.id().toString()))
                .toList());
  }

  private Leased lease(Owned<Arrival> row, Instant until) {
    Arrival arrival = row.row();
    int attempts = arrival.attempts() + 1;
    put(row.organization(), arrival.due(until, attempts, arrival.code()));
    byte[] bytes = arrival.bytes();
    return new Leased(
        row.organization(), arrival.raw().id(), attempts, bytes == null ? 0 : bytes.length);
  }

  @Override
  public Uni<Optional<RawInbound>> load(OrganizationId organization, UUID id) {
    return unitOfWork.alone(
        () ->
            arrivals
                .find(organization, id)
                .filter(arrival -> arrival.state() == State.NEW)
                .map(InMemoryArrivals::whole));
  }

  @Override
  public Uni<List<RawInbound>> load(OrganizationId organization, Collection<UUID> ids) {
    return unitOfWork.alone(
        () ->
            ids.stream()
                .flatMap(id -> arrivals.find(organization, id).stream())
                .filter(arrival -> arrival.state() == State.NEW)
                .map(InMemoryArrivals::whole)
                .toList());
  }

  @Override
  public Uni<Optional<UUID>> record(
      Transaction tx, ContactEndpointId endpoint, String dedupeKey, UUID raw) {
    return attempt(
        () -> {
          Event event = new Event(endpoint, dedupeKey);
          Optional<UUID> earlier = understood.find(tx.organization(), event);
          if (earlier.isEmpty()) {
            understood.put(tx.organization(), event, raw);
          }
          return earlier;
        });
  }

  @Override
  public Uni<Void> settle(Transaction tx, UUID raw, ConversationId conversation) {
    return attempt(() -> change(tx.organization(), raw, a -> a.endedUpIn(conversation)));
  }

  @Override
  public Uni<Void> drop(OrganizationId organization, UUID raw) {
    return alone(
        () ->
            change(
                organization,
                raw,
                arrival ->
                    arrival.conversation() == null
                        ? arrival.withoutBytes().in(State.DONE, null)
                        : arrival));
  }

  @Override
  public Uni<Void> retry(OrganizationId organization, UUID raw, Instant notBefore, String code) {
    return alone(
        () ->
            changeNew(
                organization, raw, arrival -> arrival.due(notBefore, arrival.attempts(), code)));
  }

  @Override
  public Uni<Void> park(OrganizationId organization, UUID raw, String code) {
    return alone(() -> changeNew(organization, raw, arrival -> arrival.in(State.PARKED, code)));
  }

  @Override
  public Uni<Optional<byte[]>> original(OrganizationId organization, UUID raw) {
    return unitOfWork.alone(
        () -> arrivals.find(organization, raw).flatMap(a -> Optional.ofNullable(a.bytes())));
  }

  public Optional<Arrival> find(OrganizationId organization, UUID raw) {
    return arrivals.find(organization, raw);
  }

  /** Does something with each arrival that is wanted, say forget it. */
  public int removeBytes(
      OrganizationId organization, java.util.function.Predicate<Arrival> unwanted) {
    List<Arrival> found =
        arrivals.of(organization).stream()
            .filter(arrival -> arrival.bytes() != null && unwanted.test(arrival))
            .toList();
    found.forEach(arrival -> put(organization, arrival.withoutBytes()));
    return found.size();
  }

  /** All there is. */
  public List<?> everything() {
    return arrivals.all();
  }

  @Override
  public Runnable mark() {
    Runnable marked = arrivals.mark();
    Runnable markedEvents = understood.mark();
    return () -> {
      marked.run();
      markedEvents.run();
    };
  }

  private void changeNew(OrganizationId organization, UUID raw, UnaryOperator<Arrival> change) {
    change(organization, raw, a -> a.state() == State.NEW ? change.apply(a) : a);
  }

  private void change(OrganizationId organization, UUID raw, UnaryOperator<Arrival> change) {
    Consumer<Arrival> put = arrival -> put(organization, change.apply(arrival));
    arrivals.find(organization, raw).ifPresent(put);
  }

  private void put(OrganizationId organization, Arrival arrival) {
    arrivals.put(organization, arrival.raw().id(), arrival);
  }

  private Uni<Void> alone(Runnable work) {
    return unitOfWork
        .alone(
            () -> {
              work.run();
              return true;
            })
        .replaceWithVoid();
  }

  /** What is kept beside the bytes; who delivered it is not. */
  private static RawInbound bare(RawInbound raw) {
    return with(raw, new byte[0]);
  }

  private static RawInbound whole(Arrival arrival) {
    byte[] bytes = arrival.bytes();
    if (bytes == null) {
      throw new IllegalStateException("the bytes are missing");
    }
    return with(arrival.raw(), bytes.clone());
  }

  private static RawInbound with(RawInbound raw, byte[] bytes) {
    return new RawInbound(
        raw.id(),
        raw.organization(),
        raw.endpoint(),
        raw.channel(),
        raw.deliveryKey(),
        bytes,
        raw.receivedAt(),
        null);
  }
}
