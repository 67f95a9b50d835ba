package dev.parley.application.conversation;

import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Arrivals.Leased;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads what was leased and parses it, many pieces at once. */
final class UnderstandArrivals {
  private final Arrivals arrivals;
  private final ContactEndpoints endpoints;
  private final Map<Channel, InboundParser> parsers;
  private final Executor blocking;
  private final int atOnce;

  UnderstandArrivals(
      Arrivals arrivals,
      ContactEndpoints endpoints,
      Collection<InboundParser> parsers,
      Executor blocking,
      int atOnce) {
    this.arrivals = arrivals;
    this.endpoints = endpoints;
    this.parsers =
        parsers.stream()
            .collect(Collectors.toUnmodifiableMap(InboundParser::channel, Function.identity()));
    this.blocking = blocking;
    this.atOnce = atOnce;
  }

  /** What became of a piece. */
  sealed interface Reading {
    Leased piece();
  }

  /** What was parsed. */
  record Understood(
      Leased piece, RawInbound raw, ContactEndpoint endpoint, List<InboundEvent> events)
      implements Reading {}

  /** It could not be loaded or parsed. */
  record Failed(Leased piece, Throwable why) implements Reading {}

  /** It is not waiting any more. */
  record Gone(Leased piece) implements Reading {}

  /**
   * @return one for each piece, in their order
   */
  Uni<List<Reading>> of(List<Leased> pieces) {
    return load(pieces)
        .chain(loaded -> read(pieces, loaded))
        .map(
            readings -> {
              Map<UUID, Reading> byId = new HashMap<>();
              readings.forEach(reading -> byId.put(reading.piece().id(), reading));
              return pieces.stream()
                  .map(piece -> byId.getOrDefault(piece.id(), new Gone(piece)))
                  .toList();
            });
  }

  private Uni<List<Reading>> read(List<Leased> pieces, Map<UUID, RawInbound> loaded) {
    return Multi.createFrom()
        .iterable(pieces)
        .onItem()
        .transformToUni(piece -> read(piece, loaded))
        .merge(atOnce)
        .collect()
        .asList();
  }

  /**
   * Those of an organization in one statement. What that does not answer is asked for by itself.
   */
  private Uni<Map<UUID, RawInbound>> load(List<Leased> pieces) {
    Map<OrganizationId, List<UUID>> ids = new HashMap<>();
    pieces.forEach(
        piece -> ids.computeIfAbsent(piece.organization(), _ -> new ArrayList<>()).add(piece.id()));
    return Multi.createFrom()
        .iterable(ids.entrySet())
        .onItem()
        .transformToUni(
            entry ->
                arrivals
                    .load(entry.getKey(), entry.getValue())
                    .onFailure()
                    .recoverWithItem(List.of()))
        .merge(atOnce)
        .onItem()
        .<RawInbound>disjoint()
        .collect()
        .asMap(RawInbound::id);
  }

  private Uni<Reading> read(Leased piece, Map<UUID, RawInbound> loaded) {
    RawInbound raw = loaded.get(piece.id());
    Uni<Reading> reading =
        raw != null
            ? understand(piece, raw)
            : arrivals
                .load(piece.organization(), piece.id())
                .chain(
                    found ->
                        found
                            .map(alone -> understand(piece, alone))
                            .orElseGet(() -> Uni.createFrom().item(new Gone(piece))));
    return reading.onFailure().recoverWithItem(why -> new Failed(piece, why));
  }

  /**
   * The endpoint is as it was at most a second ago. What comes for one that was removed meanwhile
   * is refused by the store or, from the next try on, here; either way it stays.
   */
  private Uni<Reading> understand(Leased piece, RawInbound raw) {
    return endpoints
        .locate(raw.endpoint())
        .chain(
            located ->
                located
                    .filter(found -> found.organization().equals(raw.organization()))
                    .map(found -> parse(piece, raw, found.endpoint()))
                    .orElseGet(() -> Uni.createFrom().failure(notFound(raw))));
  }

  private static DomainException notFound(RawInbound raw) {
    return new DomainException(
        new ContactEndpointError.ContactEndpointNotFound(raw.endpoint().value().toString()));
  }

  private Uni<Reading> parse(Leased piece, RawInbound raw, ContactEndpoint endpoint) {
    InboundParser parser = parsers.get(raw.channel());
    if (parser == null) {
      return Uni.createFrom()
          .failure(new IllegalStateException("no parser for channel " + raw.channel().name()));
    }
    return Uni.createFrom()
        .<Reading>item(() -> new Understood(piece, raw, endpoint, parser.parse(raw, endpoint)))
        .runSubscriptionOn(blocking);
  }
}
