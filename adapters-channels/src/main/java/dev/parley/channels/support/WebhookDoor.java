package dev.parley.channels.support;

import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.ContactEndpoints.Located;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.IdSource;
import dev.parley.channels.support.WebhookReceiver.Judgement;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where providers post to: finds the endpoint, lets the channel's receiver judge the raw bytes and
 * stores what is genuine. Only after the store has committed the provider is told that we have it.
 */
public final class WebhookDoor {
  private final Map<String, WebhookReceiver> receivers;
  private final ContactEndpoints endpoints;
  private final Inbox inbox;
  private final InboundLoad load;
  private final IdSource ids;
  private final InstantSource clock;
  private final Executor blocking;

  /**
   * @param blocking judges the posts, which takes time in proportion to their size
   */
  public WebhookDoor(
      Collection<WebhookReceiver> receivers,
      ContactEndpoints endpoints,
      Inbox inbox,
      InboundLoad load,
      IdSource ids,
      InstantSource clock,
      Executor blocking) {
    this.receivers =
        receivers.stream()
            .collect(Collectors.toUnmodifiableMap(r -> r.channel().name(), Function.identity()));
    this.endpoints = endpoints;
    this.inbox = inbox;
    this.load = load;
    this.ids = ids;
    this.clock = clock;
    this.blocking = blocking;
  }

  /** What a provider is told. */
  public enum Answer {
    STORED(202),
    STORED_BEFORE(200),
    UNSIGNED(401),
    FORGED(401),
    UNKNOWN(404),
    TOO_LARGE(413),
    WRONG_TYPE(415),
    LATER(503);

    private final int status;

    Answer(int status) {
      this.status = status;
    }

    /** As an HTTP status. */
    public int status() {
      return status;
    }
  }

  /**
   * @param channel as it stands in the path
   * @param endpointId likewise
   */
  public Uni<Answer> post(String channel, String endpointId, WebhookRequest request) {
    WebhookReceiver receiver = receivers.get(channel);
    Optional<ContactEndpointId> id = id(endpointId);
    if (receiver == null || id.isEmpty()) {
      return answer(Answer.UNKNOWN);
    }
    if (request.body().length > receiver.largestBody()) {
      return answer(Answer.TOO_LARGE);
    }
    if (load.isTooHigh()) {
      return answer(Answer.LATER);
    }
    return located(id.get(), receiver.channel())
        .chain(
            found ->
                found.isEmpty()
                    ? answer(Answer.UNKNOWN)
                    : judge(receiver, request, found.get())
                        .chain(judgement -> act(judgement, request, found.get())))
        .onFailure(WebhookDoor::isTemporary)
        .recoverWithItem(Answer.LATER);
  }

  /**
   * @return the body of the answer; empty when the question was not right
   */
  public Uni<Optional<String>> handshake(
      String channel, String endpointId, Map<String, String> query) {
    WebhookReceiver receiver = receivers.get(channel);
    Optional<ContactEndpointId> id = id(endpointId);
    if (receiver == null || id.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return located(id.get(), receiver.channel())
        .map(found -> found.flatMap(one -> receiver.handshake(query, one.endpoint())));
  }

  private Uni<Optional<Located>> located(ContactEndpointId id, Channel channel) {
    return endpoints
        .locate(id)
        .map(found -> found.filter(one -> one.endpoint().channel().equals(channel)));
  }

  private Uni<Judgement> judge(WebhookReceiver receiver, WebhookRequest request, Located located) {
    return Uni.createFrom()
        .item(() -> receiver.judge(request, located.endpoint()))
        .runSubscriptionOn(blocking);
  }

  private Uni<Answer> act(Judgement judgement, WebhookRequest request, Located located) {
    return switch (judgement) {
      case Judgement.Genuine(String key) -> store(key, request, located);
      case Judgement.Unsigned _ -> answer(Answer.UNSIGNED);
      case Judgement.Forged _ -> answer(Answer.FORGED);
      case Judgement.WrongType _ -> answer(Answer.WRONG_TYPE);
    };
  }

  private Uni<Answer> store(String deliveryKey, WebhookRequest request, Located located) {
    return inbox
        .accept(
            new RawInbound(
                ids.next(),
                located.organization(),
                located.endpoint().id(),
                located.endpoint().channel(),
                deliveryKey,
                request.body(),
                clock.instant(),
                null))
        .map(isNew -> isNew ? Answer.STORED : Answer.STORED_BEFORE);
  }

  private static Optional<ContactEndpointId> id(String text) {
    try {
      return Optional.of(new ContactEndpointId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isTemporary(Throwable failure) {
    return failure instanceof DomainException e && e.error().kind() == DomainError.Kind.UNAVAILABLE;
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
