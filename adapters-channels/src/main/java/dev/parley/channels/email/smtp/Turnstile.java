package dev.parley.channels.email.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many in at once, for a while only one after the server has asked for fewer. */
final class Turnstile {
  private static final Duration NARROW_FOR = Duration.ofMinutes(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final int width;
  private int inside;
  private Instant narrowUntil = Instant.MIN;

  Turnstile(int width) {
    this.width = width;
  }

  /**
   * @return false when it took too long
   */
  boolean enter(Instant now, Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (inside >= (now.isBefore(narrowUntil) ? 1 : width)) {
        if (nanos <= 0) {
          return false;
        }
        nanos = left.awaitNanos(nanos);
      }
      inside++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      inside--;
      left.signal();
    } finally {
      lock.unlock();
    }
  }

  void narrow(Instant now) {
    lock.lock();
    try {
      narrowUntil = now.plus(NARROW_FOR);
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return inside == 0;
    } finally {
      lock.unlock();
    }
  }
}
