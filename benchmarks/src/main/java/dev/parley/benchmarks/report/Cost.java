package dev.parley.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one unit costs, on average under full load; statements and round trips are counted on single
 * requests. NaN where it could not be measured.
 *
 * @param serviceMicros CPU time of the service
 * @param databaseMicros CPU time of PostgreSQL, its background processes included
 * @param ceilingMicros CPU time of PostgreSQL per unit while pgbench ran
 * @param loadMicros CPU time of the load driver
 * @param statements sent to PostgreSQL, {@code begin} and {@code commit} included
 * @param roundTrips how often the service waits for PostgreSQL
 * @param allocatedBytes on the service's heap
 * @param walBytes written to PostgreSQL's log
 * @param residentBytes of the service at the end
 * @param pauses of the service's collector while it ran
 * @param longestPauseMillis the longest of them
 * @param pausedMillis all of them together
 */
public record Cost(
    double serviceMicros,
    double databaseMicros,
    double ceilingMicros,
    double loadMicros,
    double statements,
    double roundTrips,
    double allocatedBytes,
    double walBytes,
    long residentBytes,
    long pauses,
    double longestPauseMillis,
    double pausedMillis) {
  /**
   * What PostgreSQL spends on the unit under pgbench by what it spends under the service: the ratio
   * that would be reached if service and load had other cores, as many as they need.
   */
  @JsonProperty
  public double databaseRatio() {
    return ceilingMicros / databaseMicros;
  }
}
