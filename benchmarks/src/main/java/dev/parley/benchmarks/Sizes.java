package dev.parley.benchmarks;

import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.report.GrowthResult;
import dev.parley.benchmarks.scenario.Growth;
import dev.parley.benchmarks.scenario.World;
import dev.parley.benchmarks.server.ParleyService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What growth is measured on: each size an installation of its own, all of them at once. */
final class Sizes {
  private final Options options;
  private final Path work;
  private final int mailServer;

  /**
   * @param work for those that are smaller than the largest
   * @param mailServer the port, on this machine, of the server mails leave by
   */
  Sizes(Options options, Path work, int mailServer) {
    this.options = options;
    this.work = work;
    this.mailServer = mailServer;
  }

  /**
   * @param largest filled already
   * @return by scenario; the smaller sizes are closed then
   */
  List<GrowthResult> measure(Installation largest, Dataset data) {
    List<Long> sizes = options.sizes();
    return withSmaller(sizes.subList(0, sizes.size() - 1), new ArrayList<>(), largest, data);
  }

  /** Each inside the one before, so that whatever happens all are closed. */
  private List<GrowthResult> withSmaller(
      List<Long> smaller, List<World> worlds, Installation largest, Dataset data) {
    if (smaller.isEmpty()) {
      return with(largest, data, worlds, () -> inTurn(worlds));
    }
    long messages = smaller.getFirst();
    List<Long> others = smaller.subList(1, smaller.size());
    try (Installation one = Installation.create(options, work.resolve("growth-" + messages))) {
      return with(
          one,
          one.fill(messages, mailServer),
          worlds,
          () -> withSmaller(others, worlds, largest, data));
    }
  }

  private List<GrowthResult> with(
      Installation one, Dataset data, List<World> worlds, Supplier<List<GrowthResult>> inside) {
    try (ParleyService service = one.start();
        HttpLoad load = new HttpLoad(service.address())) {
      worlds.add(
          new World(options.effort(), one.postgres(), service, data, load, Optional.empty()));
      return inside.get();
    }
  }

  private static List<GrowthResult> inTurn(List<World> worlds) {
    List<GrowthResult> results = new ArrayList<>();
    for (Growth growth : Growth.all()) {
      Progress.say("measuring growth of " + growth.id());
      results.add(growth.measure(worlds));
    }
    results.sort(Comparator.comparing(GrowthResult::id));
    return results;
  }
}
