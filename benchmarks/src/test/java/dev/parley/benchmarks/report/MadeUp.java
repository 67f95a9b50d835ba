package dev.parley.benchmarks.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A report with figures nobody measured. */
final class MadeUp {
  static final Cost COST =
      new Cost(151, 98.4, 64.2, 40, 4, 2, 48_500, 1_234.4, 268_435_456, 12, 4.31, 21.7);

  private MadeUp() {}

  static Report report() {
    return new Report(
        environment(),
        List.of(
            scenario("W1", "Inbound message", ceiling(15_705, 16_019), COST),
            scenario("W2", "List conversations | 25 rows", ceiling(25_928, 25_000), null),
            scenario("W8", "Anonymize <a person>", null, null)),
        List.of(growth("W1", 1), growth("W2", 1.02), growth("W5", 3)),
        List.of(
            new StartResult("AOT cache, external database", List.of(0.81, 0.79, 0.84), 190L << 20),
            new StartResult("No cache", List.of(2.4), 0)));
  }

  static Report voided() {
    Report sound = report();
    return new Report(
        environment(),
        List.of(scenario("W1", "Inbound message", ceiling(15_705, 12_000), COST)),
        sound.growth(),
        sound.starts());
  }

  static Environment environment() {
    return environment(new Yardstick(1_768.4, 12_277.3, 8, 20));
  }

  static Environment environment(Yardstick yardstick) {
    return new Environment(
        "a4679a4+changes",
        Instant.parse("2026-11-28T14:00:35Z"),
        Duration.ofSeconds(754),
        "25.0.1+8-LTS",
        "18.4",
        "AMD EPYC",
        2,
        24_696_061_952L,
        "Linux 6.1",
        "service and PostgreSQL on 0–1, load on 0–1",
        List.of("shared_buffers = 2GB", "synchronous_commit = on"),
        List.of("-XX:+UseSerialGC"),
        112.3,
        new Environment.Stalls(0.0412, 26.4),
        yardstick);
  }

  static Ceiling ceiling(double before, double after) {
    return new Ceiling(before, after, 8, "\\set org random(1, 100)\nselect 1;\n");
  }

  static ScenarioResult scenario(
      String id, String title, @Nullable Ceiling ceiling, @Nullable Cost cost) {
    return new ScenarioResult(
        id,
        title,
        "messages",
        "One request, 70 % to a conversation that is there.",
        1_000_000,
        new Throughput(List.of(3_975.4, 4_120.0, 4_012.6), 0),
        32,
        ceiling,
        cost,
        List.of(latency(1_000, 1), latency(2_000, 1.6), latency(3_200, 9)),
        List.of("every message is there once"));
  }

  static GrowthResult growth(String id, double factor) {
    return new GrowthResult(
        id,
        "Growing",
        500,
        7,
        List.of(
            new GrowthResult.Step(10_000, latency(500, 1)),
            new GrowthResult.Step(100_000, latency(500, Math.cbrt(factor))),
            new GrowthResult.Step(1_000_000, latency(500, Math.cbrt(factor * factor))),
            new GrowthResult.Step(10_000_000, latency(500, factor))));
  }

  static Latency latency(double rate, double scale) {
    return new Latency(
        Figures.chosen(rate) + "/s",
        rate,
        rate * 0.9996,
        (long) (rate * 60),
        rate > 3_000 ? 7 : 0,
        1.31 * scale,
        2.12 * scale,
        7.43 * scale,
        15.2 * scale,
        120.7 * scale,
        percentiles(scale));
  }

  private static List<Latency.Percentile> percentiles(double scale) {
    return DoubleStream.concat(
            DoubleStream.iterate(0.3, x -> x < 4.3, x -> x + 0.05), DoubleStream.of(20))
        .mapToObj(
            x ->
                new Latency.Percentile(
                    100 * (1 - Math.pow(10, -x)), scale * (0.7 + 0.6 * x * x + 0.05 * x * x * x)))
        .toList();
  }
}
