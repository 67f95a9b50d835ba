package dev.parley.benchmarks.data;

import java.util.UUID;

/** Numbers that look random and follow from what they are of. */
final class Seeds {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int VERSION_7 = 0x7000;
  private static final int TIME_SHIFT = 16;
  private static final int RANDOM_A = 0xfff;
  private static final double UNIT = 0x1.0p-53;

  private Seeds() {}

  static long of(long seed, long part) {
    return mix(seed + GOLDEN * (part + 1));
  }

  static long of(long seed, What what, long part) {
    return of(of(seed, what.salt), part);
  }

  /** At least 0 and below 1. */
  static double fraction(long seed) {
    return (mix(seed) >>> 11) * UNIT;
  }

  /**
   * An id like those of the service, a UUID of version 7.
   *
   * @param millis since 1970
   */
  static UUID id(long millis, long seed) {
    long high = mix(seed);
    return new UUID(
        millis << TIME_SHIFT | VERSION_7 | (high & RANDOM_A),
        Long.MIN_VALUE | mix(high + GOLDEN) >>> 2);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** What a number is drawn for, so that no two draws are the same. */
  enum What {
    TENANT(1),
    CONVERSATION(2),
    QUEUED(3),
    HEAVY(4),
    PERSON(5),
    REQUESTER(6),
    AGENT(7),
    MESSAGE(8),
    ENTRY(9),
    TEXT(10),
    SUBJECT(11);

    private final long salt;

    What(long salt) {
      this.salt = salt;
    }
  }
}
