package dev.parley.application.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try.
 *
 * <p>{@code code} is a stable word without personal data; {@code reason} the provider's words.
 */
public sealed interface SendResult {
  record Accepted() implements SendResult {}

  /**
   * @param notBefore how long to wait at least; null: the usual schedule
   */
  record Retryable(String code, String reason, @Nullable Duration notBefore)
      implements SendResult {}

  /** It may have arrived: the next try uses the same provider id. */
  record Ambiguous(String code, String reason) implements SendResult {}

  record Permanent(String code, String reason) implements SendResult {}

  /** Nothing can be sent until somebody mends the account; no message's tries are used up. */
  record AccountBroken(String code, String reason) implements SendResult {}
}
