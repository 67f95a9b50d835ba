package dev.parley.benchmarks.scenario;

import java.time.Duration;

/** What everybody has used so far. */
record Usage(Duration service, Duration database, Duration load, long walBytes) {
  static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  static Usage now(World world, ProcessHandle self) {
    return new Usage(
        world.service().processes().cpu(),
        world.postgres().processes().cpu(),
        self.info().totalCpuDuration().orElse(Duration.ZERO),
        world.postgres().walBytes());
  }

  Usage plus(Usage other) {
    return new Usage(
        service.plus(other.service),
        database.plus(other.database),
        load.plus(other.load),
        walBytes + other.walBytes);
  }

  Usage minus(Usage other) {
    return new Usage(
        service.minus(other.service),
        database.minus(other.database),
        load.minus(other.load),
        walBytes - other.walBytes);
  }
}
