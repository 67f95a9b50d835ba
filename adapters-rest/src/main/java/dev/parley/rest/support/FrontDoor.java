package dev.parley.rest.support;

import dev.parley.application.shared.IdSource;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Sees every request first: gives it an id, finds its dialect, and answers in the dialect's shape
 * what no resource will ever see (malformed URLs, oversized bodies, failures outside Jakarta REST).
 *
 * <p>Quarkus answers a malformed URL with an empty 400 before any route; with the system property
 * {@code vertx.disableURIValidation} set to true it leaves the check, and the shape, to this class.
 */
@Singleton
class FrontDoor {
  static final String REQUEST_ID = "X-Request-Id";

  private static final String DIALECT = "parley.dialect";
  private static final int BEFORE_ALL_OTHERS = 10_000;

  /**
   * Characters of a URL. The server itself takes longer ones, since it would refuse them without a
   * body: {@code quarkus.http.limits.max-initial-line-length}.
   */
  private static final int URI_MAX = 8 * 1024;

  private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Read by the HTTP metrics instead of the raw path, which would make one time series each. */
  private static final String PATH_FOR_METRICS = "UrlPathTemplate";

  private final Dialects dialects;
  private final IdSource ids;
  private final Json json;
  private final long bodyMax;

  @Inject
  FrontDoor(
      Dialects dialects,
      IdSource ids,
      Json json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
          MemorySize bodyMax) {
    this.dialects = dialects;
    this.ids = ids;
    this.json = json;
    this.bodyMax = bodyMax.asLongValue();
  }

  static Dialect dialectOf(RoutingContext context) {
    Dialect dialect = context.get(DIALECT);
    if (dialect == null) {
      throw new IllegalStateException("the request did not come through the front door");
    }
    return dialect;
  }

  void install(@Observes Filters filters) {
    filters.register(this::receive, BEFORE_ALL_OTHERS);
  }

  void install(@Observes Router router) {
    router.route().order(-BEFORE_ALL_OTHERS).failureHandler(this::fail);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = requestId(request.getHeader(REQUEST_ID));
    MDC.put("requestId", id);
    context.response().putHeader(REQUEST_ID, id);
    boolean tooLong = request.uri().length() > URI_MAX;
    boolean sound = !tooLong && Urls.isSound(request.uri());
    context.put(DIALECT, dialects.of(sound ? routed(context.normalizedPath()) : request.path()));
    if (tooLong) {
      refuse(context, new Failure.UriTooLong());
    } else if (!sound) {
      refuse(context, new Failure.Malformed());
    } else if (declaredLength(request) > bodyMax) {
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
      refuse(context, new Failure.BodyTooLarge());
    } else {
      context.next();
    }
  }

  /** The path that Jakarta REST will route by: without dots and matrix parameters. */
  private static String routed(String path) {
    return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
  }

  private String requestId(@Nullable String given) {
    return given != null && REQUEST_ID_FORM.matcher(given).matches()
        ? given
        : ids.next().toString();
  }

  /** Vert.x has already refused a Content-Length that is no number. */
  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private void refuse(RoutingContext context, Failure failure) {
    context.vertx().getOrCreateContext().putLocal(PATH_FOR_METRICS, "/refused");
    answer(context, dialectOf(context).render(failure));
  }

  private void fail(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Throwable failure = context.failure();
    Dialect dialect = dialectOf(context);
    answer(
        context,
        failure == null
            ? dialect.render(Failures.ofStatus(context.statusCode(), new IllegalStateException()))
            : Failures.answer(dialect, failure));
  }

  private void answer(RoutingContext context, Answer answer) {
    HttpServerResponse response = context.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(Buffer.buffer(json.write(answer.body())));
  }
}
