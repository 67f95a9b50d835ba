package dev.parley.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Drives the service over HTTP/1.1 connections that are kept open, from one event loop. */
public final class HttpLoad implements AutoCloseable {
  private static final int RECEIVE_BYTES = 64 * 1024;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final NetClient client =
      vertx.createNetClient(
          new NetClientOptions().setTcpNoDelay(true).setReceiveBufferSize(RECEIVE_BYTES));
  private final URI service;

  public HttpLoad(URI service) {
    this.service = service;
  }

  /**
   * @param perSecond answers, errors included
   * @param errors answers that were not expected, and requests without one
   * @param unexpected the status of one of these
   */
  public record Served(double perSecond, long answers, long errors, int unexpected) {}

  /**
   * @param latencies in nanoseconds, from the moment each request was due
   */
  public record Paced(double achieved, long errors, Histogram latencies) {}

  /** As many requests as are answered, each connection sending its next after each answer. */
  public Served closed(RequestSource source, int connections, Duration time) {
    return some(source, connections, Long.MAX_VALUE, time);
  }

  /**
   * As {@link #closed}, but so many requests, which must be at least one for each connection.
   *
   * @param atMost after that time no more are sent
   */
  public Served some(RequestSource source, int connections, long count, Duration atMost) {
    List<Wire> wires = connect(connections);
    try {
      return new ClosedLoop(vertx, wires, source, count).run(atMost);
    } finally {
      wires.forEach(Wire::close);
    }
  }

  /** Requests at even intervals, whether or not earlier ones were answered. */
  public Paced open(RequestSource source, double perSecond, int connections, Duration time) {
    List<Wire> wires = connect(connections);
    try {
      return new OpenLoop(vertx, wires, source, perSecond).run(time);
    } finally {
      wires.forEach(Wire::close);
    }
  }

  /** One request. */
  public Served once(Request request) {
    return closed(() -> request, 1, Duration.ZERO);
  }

  private List<Wire> connect(int connections) {
    CompletableFuture<List<Wire>> connected = new CompletableFuture<>();
    vertx.runOnContext(
        _ ->
            Future.all(
                    IntStream.range(0, connections)
                        .mapToObj(_ -> client.connect(service.getPort(), service.getHost()))
                        .map(future -> future.map(Wire::new))
                        .toList())
                .onSuccess(all -> connected.complete(new ArrayList<>(all.<Wire>list())))
                .onFailure(connected::completeExceptionally));
    return connected.join();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
