package dev.parley.application.shared;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids in the order of their creation, as UUIDv7 are, the first being number 1. */
public final class CountingIds implements IdSource {
  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID next() {
    return id(last.incrementAndGet());
  }

  /** The id of a number. */
  public static UUID id(long number) {
    return new UUID(number << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}
