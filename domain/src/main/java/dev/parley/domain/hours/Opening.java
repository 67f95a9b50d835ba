package dev.parley.domain.hours;

import java.time.Instant;

/**
 * A time without a break in which somebody is there.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Opening(Instant from, Instant to) {
  boolean isEmpty() {
    return !from.isBefore(to);
  }

  boolean reaches(Opening next) {
    return !next.from.isAfter(to);
  }

  Opening with(Opening next) {
    return next.to.isAfter(to) ? new Opening(from, next.to) : this;
  }
}
