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
    Yardstick yardstick) {}
