package dev.parley.benchmarks.scenario;

/** A rate that latencies are promised for. */
public record Rate(double perSecond) {
  String label() {
    return Math.round(perSecond) + "/s";
  }
}
