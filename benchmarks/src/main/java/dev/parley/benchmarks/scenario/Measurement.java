package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.load.Drive;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.load.WarmUp;
import dev.parley.benchmarks.report.Ceiling;
import dev.parley.benchmarks.report.Cost;
import dev.parley.benchmarks.report.Latency;
import dev.parley.benchmarks.report.Throughput;
import dev.parley.benchmarks.server.GcLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the figures of one scenario, one after the other. */
final class Measurement {
  private static final int CEILING_CLIENTS = 16;
  private static final int OPEN_CONNECTIONS = 128;

  private final World world;
  private final Backlog backlog;
  private final ProcessHandle self = ProcessHandle.current();
  private double ceilingMicros = Double.NaN;

  Measurement(World world) {
    this.world = world;
    this.backlog = new Backlog(world.postgres());
  }

  /**
   * @param atMost where it does not become steady before
   * @return a remark when it did not become steady; else null
   */
  @Nullable String warmUp(Drive drive, Duration atMost) {
    boolean steady = new WarmUp(atMost).run(drive);
    backlog.awaitNone();
    return steady ? null : "measured before it was steady: the warm-up was too short";
  }

  /** What pgbench reaches now, while the service has no CPU; NaN without pgbench or script. */
  double ceiling(List<Pgbench.Part> script) {
    if (world.pgbench().isEmpty() || script.isEmpty()) {
      return Double.NaN;
    }
    world.postgres().settle();
    world.service().pause();
    try {
      Pgbench.Reached reached =
          world.pgbench().get().run(script, CEILING_CLIENTS, world.effort().ceiling());
      ceilingMicros = reached.databaseMicros();
      return reached.perSecond();
    } finally {
      backlog.forgetScripts();
      world.service().resume();
      backlog.awaitNone();
    }
  }

  /** Waits until all that was accepted is done. */
  void settle() {
    backlog.awaitNone();
  }

  static @Nullable Ceiling ceiling(double before, double after, List<Pgbench.Part> script) {
    return Double.isNaN(before)
        ? null
        : new Ceiling(
            before,
            after,
            CEILING_CLIENTS,
            script.stream()
                .map(
                    part ->
                        "-- " + part.name() + ", weight " + part.weight() + "\n" + part.script())
                .collect(Collectors.joining("\n")));
  }

  /** What a scenario costs under full load, with what it reaches. */
  record Full(Throughput most, Cost cost) {}

  /**
   * @param statements counted on single requests
   * @param roundTrips likewise
   */
  Full full(Drive drive, double statements, double roundTrips) {
    world.postgres().settle();
    Usage before = Usage.now(world, self);
    GcLog gc = world.service().gcLog();
    int position = gc.position();
    List<Double> rates = new ArrayList<>();
    long errors = 0;
    long units = 0;
    for (int i = 0; i < world.effort().repeats(); i++) {
      HttpLoad.Served served = drive.run(world.effort().closed());
      rates.add(served.perSecond());
      errors += served.errors();
      units += served.answers();
    }
    backlog.awaitNone();
    Usage used = Usage.now(world, self).minus(before);
    return new Full(
        new Throughput(rates, errors),
        cost(used, units, gc.since(position), statements, roundTrips));
  }

  Cost cost(Usage used, long units, GcLog.Span gc, double statements, double roundTrips) {
    return new Cost(
        micros(used.service(), units),
        micros(used.database(), units),
        ceilingMicros,
        micros(used.load(), units),
        statements,
        roundTrips,
        gc.allocatedBytes() / units,
        (double) used.walBytes() / units,
        world.service().processes().residentBytes(),
        gc.pauses(),
        gc.longestMillis(),
        gc.totalMillis());
  }

  private static double micros(Duration time, long units) {
    return time.toNanos() / 1e3 / units;
  }

  /** Latency at half and four fifths of the most, and at other rates. */
  List<Latency> latencies(RequestSource source, double most, List<Rate> others) {
    List<Latency> all = new ArrayList<>();
    all.add(latency("50 %", source, most * 0.5));
    all.add(latency("80 %", source, most * 0.8));
    for (Rate rate : others) {
      all.add(latency(rate.label(), source, rate.perSecond()));
    }
    return all;
  }

  Latency latency(String label, RequestSource source, double perSecond) {
    world.postgres().settle();
    List<HttpLoad.Paced> repeats = new ArrayList<>();
    for (int i = 0; i < world.effort().repeats(); i++) {
      repeats.add(open(source, perSecond, world.effort().open()));
      backlog.awaitNone();
    }
    return new OpenRuns(label, perSecond, repeats).together();
  }

  /** One run at a rate, beginning and ending with nothing left to do. */
  HttpLoad.Paced turn(RequestSource source, double perSecond, Duration time) {
    world.postgres().settle();
    HttpLoad.Paced run = open(source, perSecond, time);
    backlog.awaitNone();
    return run;
  }

  private HttpLoad.Paced open(RequestSource source, double perSecond, Duration time) {
    return world.load().open(source, perSecond, OPEN_CONNECTIONS, time);
  }
}
