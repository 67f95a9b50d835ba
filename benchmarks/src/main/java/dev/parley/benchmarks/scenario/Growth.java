package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.report.GrowthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One kind of requests at the same rate on ever more data. A machine may change its speed within
 * minutes: so all sizes are there at once and are measured in turn, for several rounds.
 */
public final class Growth {
  /** Of its own: mails of other sources have other ids. */
  private static final long SEED = 20_261_129;

  private final Requests scenario;
  private final double perSecond;

  private Growth(Requests scenario, double perSecond) {
    this.scenario = scenario;
    this.perSecond = perSecond;
  }

  /**
   * In the order they are measured: reads before what makes data grow. The rates are far below the
   * most, so that what grows is the work and not the queue.
   */
  public static List<Growth> all() {
    return List.of(
        new Growth(new GetConversation(), 500),
        new Growth(new Search(), 50),
        new Growth(new AddMessage(), 150),
        new Growth(new InboundMail(), 100));
  }

  /** That of the scenario. */
  public String id() {
    return scenario.id();
  }

  /**
   * @param worlds a database and a service for each size, the smallest first; at least one
   */
  public GrowthResult measure(List<World> worlds) {
    Effort.Rounds rounds = worlds.getFirst().effort().growth();
    List<Size> sizes = worlds.stream().map(Size::new).toList();
    sizes.forEach(size -> size.warmUp(rounds));
    for (int i = 0; i < rounds.count(); i++) {
      Turns.of(sizes, i).forEach(size -> size.measure(rounds));
    }
    return new GrowthResult(
        scenario.id(),
        scenario.title(),
        perSecond,
        rounds.count(),
        sizes.stream().map(Size::step).toList());
  }

  private final class Size {
    private final World world;
    private final Measurement measurement;
    private final RequestSource source;
    private final List<HttpLoad.Paced> runs = new ArrayList<>();

    Size(World world) {
      this.world = world;
      this.measurement = new Measurement(world);
      this.source = scenario.requests(world, new SplittableRandom(SEED));
    }

    void warmUp(Effort.Rounds rounds) {
      measurement.warmUp(scenario.drive(world, source), rounds.warmUp());
    }

    void measure(Effort.Rounds rounds) {
      runs.add(measurement.turn(source, perSecond, rounds.time()));
    }

    GrowthResult.Step step() {
      String label = new Rate(perSecond).label();
      return new GrowthResult.Step(
          world.data().messages(), new OpenRuns(label, perSecond, runs).medians());
    }
  }
}
