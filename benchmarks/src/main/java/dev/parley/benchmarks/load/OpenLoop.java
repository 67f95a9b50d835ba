package dev.parley.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends requests when they are due. One that finds no connection free waits, and its wait counts:
 * so a service that stalls is charged for all who would have asked meanwhile.
 */
final class OpenLoop {
  /** Beyond this a request counts as unanswered. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final int DIGITS = 3;

  private final Vertx vertx;
  private final Deque<Wire> free;
  private final RequestSource source;
  private final double intervalNanos;
  private final Deque<Long> due = new ArrayDeque<>();
  private final Histogram latencies = new Histogram(PATIENCE_NANOS * 2, DIGITS);
  private final CompletableFuture<HttpLoad.Paced> done = new CompletableFuture<>();
  private int alive;
  private long planned = Long.MAX_VALUE;
  private long start;
  private long answers;
  private long errors;

  OpenLoop(Vertx vertx, List<Wire> wires, RequestSource source, double perSecond) {
    this.vertx = vertx;
    this.free = new ArrayDeque<>(wires);
    this.alive = wires.size();
    this.source = source;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  HttpLoad.Paced run(Duration time) {
    Context loop = vertx.getOrCreateContext();
    long count = Math.max(1, (long) (time.toNanos() / intervalNanos));
    start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long at = start + (long) (i * intervalNanos);
      for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      loop.runOnContext(_ -> isDue(at));
    }
    loop.runOnContext(_ -> endAfter(count));
    return Patience.await(done, time);
  }

  private void isDue(long at) {
    due.add(at);
    sendWhatCanBeSent();
  }

  private void sendWhatCanBeSent() {
    while (!due.isEmpty() && !free.isEmpty()) {
      send(free.pop(), due.poll());
    }
    if (alive == 0) {
      giveUp();
    }
  }

  private void send(Wire wire, long at) {
    try {
      Request request = source.next();
      wire.send(request, status -> answered(wire, at, request.isExpected(status), status));
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void answered(Wire wire, long at, boolean expected, int status) {
    latencies.recordValue(Math.min(System.nanoTime() - at, PATIENCE_NANOS));
    answers++;
    if (!expected) {
      errors++;
    }
    if (status == Wire.BROKEN) {
      alive--;
    } else {
      free.push(wire);
    }
    sendWhatCanBeSent();
    endWhenAnswered();
  }

  private void endAfter(long count) {
    planned = count;
    endWhenAnswered();
  }

  /** No connection is left for those that still wait. */
  private void giveUp() {
    errors += due.size();
    answers += due.size();
    due.clear();
  }

  private void endWhenAnswered() {
    if (answers >= planned && !done.isDone()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      done.complete(new HttpLoad.Paced(answers / seconds, errors, latencies));
    }
  }
}
