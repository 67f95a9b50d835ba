package dev.parley.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
  private static final int STALL_MILLIS = 300;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;
  private HttpLoad load;
  private URI address;

  @BeforeEach
  void start() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  int number = served.incrementAndGet();
                  switch (Objects.requireNonNull(request.path())) {
                    case "/fails" -> request.response().setStatusCode(500).end();
                    case "/stalls" ->
                        vertx.setTimer(
                            number == 1 ? STALL_MILLIS : 1, _ -> request.response().end("late"));
                    case "/breaks" -> request.connection().close();
                    default -> request.response().end("hello");
                  }
                })
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    address = URI.create("http://127.0.0.1:" + server.actualPort());
    load = new HttpLoad(address);
  }

  @AfterEach
  void stop() {
    load.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private RequestSource path(String path) {
    Request request = Request.get(address, path, Map.of());
    return () -> request;
  }

  @Test
  void countsEveryAnswerOfAClosedLoop() {
    HttpLoad.Served result = load.closed(path("/"), 3, Duration.ofSeconds(2));
    assertThat(result.answers()).isEqualTo(served.get()).isGreaterThan(3);
    assertThat(result.errors()).isZero();
  }

  @Test
  void tellsErrorsFromAnswers() {
    HttpLoad.Served result = load.once(path("/fails").next());
    assertThat(result.errors()).isEqualTo(1);
    assertThat(result.unexpected()).isEqualTo(500);
    assertThat(load.once(path("/fails").next().orStatus(500)).errors()).isZero();
  }

  @Test
  void sendsAsManyRequestsAsAreDue() {
    HttpLoad.Paced result = load.open(path("/"), 200, 4, Duration.ofMillis(500));
    assertThat(result.latencies().getTotalCount()).isEqualTo(100);
    assertThat(served).hasValue(100);
  }

  @Test
  void chargesAStallToAllThatWereDueMeanwhile() {
    HttpLoad.Paced result = load.open(path("/stalls"), 100, 1, Duration.ofMillis(500));
    assertThat(result.latencies().getTotalCount()).isEqualTo(50);
    assertThat(result.latencies().getMaxValue()).isGreaterThanOrEqualTo(STALL_MILLIS * 1_000_000L);
    long waited = result.latencies().getCountBetweenValues(100_000_000L, Long.MAX_VALUE / 2);
    assertThat(waited).isGreaterThanOrEqualTo(15);
  }

  @Test
  void countsRequestsWithoutAConnectionAsErrors() {
    HttpLoad.Paced result = load.open(path("/breaks"), 100, 2, Duration.ofMillis(100));
    assertThat(result.errors()).isEqualTo(10);
  }
}
