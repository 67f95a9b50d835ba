package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Recorder;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.server.Postgres;
import dev.parley.persistence.support.CountingProxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A service whose statements are logged and whose round trips are counted. */
public final class Recording {
  /** The least of so many is a request's own: what works in the background adds to some. */
  private static final int TRIES = 12;

  /** Twice what the proxy takes to answer. */
  private static final Duration STILL = Duration.ofMillis(60);

  private final URI service;
  private final Postgres postgres;
  private final Dataset data;
  private final HttpLoad load;
  private final Recorder recorder;
  private final CountingProxy proxy;

  public Recording(
      URI service,
      Postgres postgres,
      Dataset data,
      HttpLoad load,
      Recorder recorder,
      CountingProxy proxy) {
    this.service = service;
    this.postgres = postgres;
    this.data = data;
    this.load = load;
    this.recorder = recorder;
    this.proxy = proxy;
  }

  URI service() {
    return service;
  }

  Postgres postgres() {
    return postgres;
  }

  Dataset data() {
    return data;
  }

  /** What a request makes the service wait for. */
  int roundTrips(Supplier<Request> requests) {
    int least = Integer.MAX_VALUE;
    send(requests.get());
    for (int i = 0; i < TRIES; i++) {
      Request request = requests.get();
      awaitQuiet();
      new Condition("a moment without round trips", this::isStill).await();
      proxy.reset();
      send(request);
      least = Math.min(least, proxy.roundTrips());
    }
    return least;
  }

  /**
   * The transactions a request causes in an organization until something is true, without those
   * that come once a minute: that the token's holder has been seen.
   */
  List<List<Statement>> transactions(Tenant tenant, Request request, Condition until) {
    send(Dixa.get(service, tenant, "organization"));
    awaitQuiet();
    return recorder.transactions(
        tenant.number(),
        () -> {
          send(request);
          until.await();
        });
  }

  /** Else mails that are still being sent or understood would be recorded and counted too. */
  private void awaitQuiet() {
    postgres.run("delete from parley.outbox");
    new Backlog(postgres).awaitNone();
  }

  /** What became of the request before is told on for a while: to the feed, to the search. */
  private boolean isStill() {
    proxy.reset();
    LockSupport.parkNanos(STILL.toNanos());
    return proxy.roundTrips() == 0;
  }

  private void send(Request request) {
    HttpLoad.Served served = load.once(request);
    if (served.errors() > 0) {
      throw new IllegalStateException(
          "the service answered " + served.unexpected() + " to " + request.bytes());
    }
  }
}
