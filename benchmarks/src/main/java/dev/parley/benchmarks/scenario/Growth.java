package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.report.GrowthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The same rates on ever more data. */
public final class Growth {
  /** Far below the most, so that what grows is the work and not the queue. */
  private final List<Series> series =
      List.of(
          new Series(new InboundMail(), 100),
          new Series(new GetConversation(), 500),
          new Series(new AddMessage(), 150),
          new Series(new Search(), 50));

  private record Series(Requests scenario, double perSecond, List<GrowthResult.Step> steps) {
    Series(Requests scenario, double perSecond) {
      this(scenario, perSecond, new ArrayList<>());
    }

    void step(World world) {
      Measurement measurement = new Measurement(world);
      RequestSource source = scenario.requests(world, new SplittableRandom(steps.size()));
      measurement.warmUp(scenario.drive(world, source));
      steps.add(
          new GrowthResult.Step(
              world.data().messages(),
              measurement.latency(new Rate(perSecond).label(), source, perSecond)));
    }

    GrowthResult result() {
      return new GrowthResult(scenario.id(), scenario.title(), perSecond, steps);
    }
  }

  /** Measures on what is there now. */
  public void step(World world) {
    series.forEach(one -> one.step(world));
  }

  /** One for each scenario; empty when nothing was measured. */
  public List<GrowthResult> results() {
    return series.stream().map(Series::result).filter(one -> !one.steps().isEmpty()).toList();
  }
}
