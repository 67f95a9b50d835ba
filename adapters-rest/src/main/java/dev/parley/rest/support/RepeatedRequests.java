package dev.parley.rest.support;

import dev.parley.application.idempotency.Fingerprint;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.idempotency.IdempotencyStore.Attempt;
import dev.parley.application.idempotency.IdempotencyStore.Begun;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a write with an {@code Idempotency-Key} happen once: the first request is carried out and
 * its answer kept, the same request again gets that answer with {@code Idempotent-Replayed: true}.
 * Answers of 5xx and 429 are not kept, so that trying again is worth something.
 */
@Singleton
class RepeatedRequests {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";

  private static final Logger LOG = Logger.getLogger(RepeatedRequests.class);
  private static final String ATTEMPT = "parley.attempt";
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final byte[] NONE = {};

  private final CurrentVertxRequest current;
  private final Call call;
  private final IdempotencyStore store;
  private final Json json;
  private final InstantSource clock;

  @Inject
  RepeatedRequests(
      CurrentVertxRequest current,
      Call call,
      IdempotencyStore store,
      Json json,
      InstantSource clock) {
    this.current = current;
    this.call = call;
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public Uni<Response> begin(ContainerRequestContext request) {
    List<String> keys = request.getHeaders().get(KEY);
    if (keys == null
        || !WRITES.contains(request.getMethod())
        || !FrontDoor.dialectOf(current.getCurrent()).asksForToken()) {
      return Uni.createFrom().nullItem();
    }
    if (keys.size() != 1 || !KEY_FORM.matcher(keys.getFirst()).matches()) {
      throw RequestRefused.badHeader(KEY);
    }
    Attempt attempt =
        new Attempt(
            call.actor().organization(),
            Fingerprint.of(keys.getFirst()),
            fingerprint(request),
            clock.instant());
    return store.begin(attempt).map(begun -> proceed(request, attempt, begun));
  }

  private Fingerprint fingerprint(ContainerRequestContext request) {
    HttpServerRequest http = current.getCurrent().request();
    return Fingerprint.of(
        request.getMethod().getBytes(StandardCharsets.UTF_8),
        http.uri().getBytes(StandardCharsets.UTF_8),
        WholeBody.of(request));
  }

  private static @Nullable Response proceed(
      ContainerRequestContext request, Attempt attempt, Begun begun) {
    return switch (begun) {
      case Begun.Fresh _ -> {
        request.setProperty(ATTEMPT, attempt);
        yield null;
      }
      case Begun.Replay(var answer) -> replay(answer);
      case Begun.InFlight _ -> throw new RequestRefused(new Failure.KeyInUse());
      case Begun.Mismatch _ -> throw new RequestRefused(new Failure.KeyReused());
      case Begun.Emptied _ -> throw new RequestRefused(new Failure.AnswerEmptied());
    };
  }

  private static Response replay(IdempotencyStore.Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
    return answer.body().length == 0
        ? response.build()
        : response.entity(answer.body()).type(answer.contentType()).build();
  }

  @ServerResponseFilter
  public Uni<Void> keep(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(ATTEMPT) instanceof Attempt attempt)) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> kept =
        response.getStatus() >= 500 || response.getStatus() == 429
            ? store.abandon(attempt)
            : store.complete(attempt, answer(response), call.subjects());
    return kept.onFailure()
        .invoke(e -> LOG.warnf("An answer could not be kept: %s", Trace.of(e)))
        .onFailure()
        .recoverWithNull();
  }

  private IdempotencyStore.Answer answer(ContainerResponseContext response) {
    if (!response.hasEntity()) {
      return new IdempotencyStore.Answer(response.getStatus(), null, NONE);
    }
    byte[] body = json.write(response.getEntity());
    response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    return new IdempotencyStore.Answer(response.getStatus(), MediaType.APPLICATION_JSON, body);
  }
}
