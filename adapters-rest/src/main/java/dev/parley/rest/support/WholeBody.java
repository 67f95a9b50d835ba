package dev.parley.rest.support;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads a dialect's body into memory without ever holding more than the limit, however it is sent;
 * forms are left to those who want them.
 */
@Singleton
class WholeBody {
  static final int PRIORITY = 1500;

  private static final String BYTES = "parley.body";
  private static final byte[] NONE = {};

  /** How many times the limit is read and thrown away before the connection is closed. */
  private static final long PATIENCE = 10;

  private final CurrentVertxRequest current;
  private final RestLimits limits;

  @Inject
  WholeBody(CurrentVertxRequest current, RestLimits limits) {
    this.current = current;
    this.limits = limits;
  }

  /** What {@link #read} has read. */
  static byte[] of(ContainerRequestContext request) {
    return request.getProperty(BYTES) instanceof byte[] bytes ? bytes : NONE;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<Void> read(ContainerRequestContext request) {
    HttpServerRequest http = current.getCurrent().request();
    if (!FrontDoor.dialectOf(current.getCurrent()).asksForToken()
        || http.isEnded()
        || isForm(http)) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .<Buffer>emitter(emitter -> collect(http, emitter))
        .invoke(
            body -> {
              byte[] bytes = body.getBytes();
              request.setProperty(BYTES, bytes);
              request.setEntityStream(new ByteArrayInputStream(bytes));
            })
        .replaceWithVoid();
  }

  /**
   * Goes on reading what is too large, without keeping it, so that the client hears the refusal;
   * but not for ever.
   */
  private void collect(HttpServerRequest http, UniEmitter<? super Buffer> emitter) {
    Buffer body = Buffer.buffer();
    AtomicLong received = new AtomicLong();
    // The connection broke; nobody will read the answer.
    http.exceptionHandler(_ -> emitter.fail(new RequestRefused(new Failure.Malformed())));
    http.endHandler(
        _ -> {
          if (received.get() > limits.jsonBytes()) {
            emitter.fail(new RequestRefused(new Failure.BodyTooLarge()));
          } else {
            emitter.complete(body);
          }
        });
    http.handler(
        chunk -> {
          long all = received.addAndGet(chunk.length());
          if (all <= limits.jsonBytes()) {
            body.appendBuffer(chunk);
          } else if (all > PATIENCE * limits.jsonBytes()) {
            http.response().putHeader(HttpHeaders.CONNECTION, "close");
            emitter.fail(new RequestRefused(new Failure.BodyTooLarge()));
          }
        });
    if (http.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      http.response().writeContinue();
    }
    // The server hands requests over paused.
    http.resume();
  }

  private static boolean isForm(HttpServerRequest http) {
    String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null
        && (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded"));
  }
}
