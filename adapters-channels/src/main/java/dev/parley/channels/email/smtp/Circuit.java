package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.SendResult.Retryable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages away from an account that does not work. It opens at once when the account is
 * broken, after some failures in a row when the server cannot be reached; then one message at a
 * time probes whether it works again, after pauses that double.
 */
final class Circuit {
  static final int FAILURES = 5;
  static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private int failures;
  private boolean probing;
  private Duration pause = FIRST_PAUSE;
  private Instant until = Instant.MIN;
  private @Nullable SendResult reason;

  /**
   * @return empty: go on, and tell what came of it; else why not
   */
  synchronized Optional<SendResult> ask(Instant now) {
    if (reason == null) {
      return Optional.empty();
    }
    if (probing || now.isBefore(until)) {
      return Optional.of(refused(reason, now));
    }
    probing = true;
    return Optional.empty();
  }

  /** Nothing was learned: somebody else may probe. */
  synchronized void passed() {
    probing = false;
  }

  synchronized boolean isOpen() {
    return reason != null;
  }

  synchronized void worked() {
    failures = 0;
    probing = false;
    pause = FIRST_PAUSE;
    reason = null;
  }

  synchronized void broke(SendResult why, Instant now) {
    failures++;
    boolean opens = why instanceof SendResult.AccountBroken || failures >= FAILURES;
    if (opens || reason != null) {
      pause = reason == null ? FIRST_PAUSE : longer(pause);
      until = now.plus(pause);
      reason = why;
    }
    probing = false;
  }

  private SendResult refused(SendResult why, Instant now) {
    Duration wait = until.isAfter(now) ? Duration.between(now, until) : FIRST_PAUSE;
    return why instanceof Retryable(String code, String text, Duration _)
        ? new Retryable(code, text, wait)
        : why;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
