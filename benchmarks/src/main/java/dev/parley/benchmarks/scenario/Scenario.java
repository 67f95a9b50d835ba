package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.report.ScenarioResult;
import java.util.SplittableRandom;

/** One kind of work. */
public interface Scenario {
  /** {@code W1} and so on. */
  String id();

  /** Learns which statements it causes; called once, before anything is measured. */
  void record(Recording recording);

  ScenarioResult measure(World world);

  /** The requests it consists of. */
  RequestSource requests(World world, SplittableRandom random);
}
