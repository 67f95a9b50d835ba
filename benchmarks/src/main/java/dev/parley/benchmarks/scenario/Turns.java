package dev.parley.benchmarks.scenario;

import java.util.List;

/** Who is measured when, where several are measured in turn. */
final class Turns {
  private Turns() {}

  /**
   * Up in one round and down in the next: so none always pays for what the same other one left.
   *
   * @param round from 0
   */
  static <T> List<T> of(List<T> all, int round) {
    return round % 2 == 0 ? all : all.reversed();
  }
}
