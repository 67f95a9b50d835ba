package dev.parley.benchmarks.load;

import java.time.Duration;

/** Does as much as it can. */
@FunctionalInterface
public interface Drive {
  /**
   * @param time about so long
   */
  HttpLoad.Served run(Duration time);
}
