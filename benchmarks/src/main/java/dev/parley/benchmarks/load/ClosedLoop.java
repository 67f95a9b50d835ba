package dev.parley.benchmarks.load;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps every connection busy, for a while or until so many requests are sent. */
final class ClosedLoop {
  private final Vertx vertx;
  private final List<Wire> wires;
  private final RequestSource source;
  private final CompletableFuture<HttpLoad.Served> done = new CompletableFuture<>();
  private final long most;
  private long end;
  private long sent;
  private long answers;
  private long errors;
  private int unexpected;
  private int idle;

  ClosedLoop(Vertx vertx, List<Wire> wires, RequestSource source, long most) {
    this.vertx = vertx;
    this.wires = wires;
    this.source = source;
    this.most = most;
  }

  HttpLoad.Served run(Duration time) {
    vertx.runOnContext(
        _ -> {
          long start = System.nanoTime();
          end = start + time.toNanos();
          wires.forEach(wire -> next(wire, start));
        });
    return Patience.await(done, time);
  }

  private void next(Wire wire, long start) {
    try {
      sent++;
      Request request = source.next();
      wire.send(request, status -> answered(wire, start, request.isExpected(status), status));
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void answered(Wire wire, long start, boolean expected, int status) {
    answers++;
    if (!expected) {
      errors++;
      unexpected = status;
    }
    if (System.nanoTime() < end && sent < most && status != Wire.BROKEN) {
      next(wire, start);
    } else if (++idle == wires.size()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      done.complete(new HttpLoad.Served(answers / seconds, answers, errors, unexpected));
    }
  }
}
