package dev.parley.benchmarks.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where and with what a run took place.
 *
 * @param commit the revision's hash, with {@code +changes} when the tree was not clean
 * @param pinning which cores the service, PostgreSQL and the load were bound to, in words
 * @param database the server's settings that differ from its defaults, {@code name = value}
 * @param service the JVM's options
 * @param syncMicros median time of one {@code fdatasync} on the data directory's disk
 * @param stalls of an idle machine; what is rarer than they are cannot be told from them
 * @param yardstick taken before anything else
 */
public record Environment(
    String commit,
    Instant at,
    Duration took,
    String jdk,
    String postgres,
    String processor,
    int cores,
    long memoryBytes,
    String system,
    String pinning,
    List<String> database,
    List<String> service,
    double syncMicros,
    Stalls stalls,
    Yardstick yardstick) {
  /**
   * What a machine takes from threads that only read the clock, one on each core.
   *
   * @param share of their time, from 0 to 1, in pauses longer than half a millisecond
   * @param longestMillis of these pauses
   */
  public record Stalls(double share, double longestMillis) {}

  /** The same after some more time. */
  public Environment after(Duration time) {
    return new Environment(
        commit,
        at,
        time,
        jdk,
        postgres,
        processor,
        cores,
        memoryBytes,
        system,
        pinning,
        database,
        service,
        syncMicros,
        stalls,
        yardstick);
  }
}
