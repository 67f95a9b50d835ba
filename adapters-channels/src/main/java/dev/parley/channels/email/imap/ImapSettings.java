package dev.parley.channels.email.imap;

import java.time.Duration;

/**
 * How mailboxes are read.
 *
 * @param pollEvery how often we look without being told; also how long one wait for news lasts,
 *     below the nine minutes after which routers forget a silent connection
 * @param refreshEvery how soon new, changed and removed endpoints are noticed
 * @param largestMail in bytes; of a larger one only the beginning is fetched
 * @param memory in bytes, for the mails of all mailboxes that are on their way
 */
public record ImapSettings(
    Duration pollEvery, Duration refreshEvery, int largestMail, long memory) {
  public static final ImapSettings DEFAULTS =
      new ImapSettings(
          Duration.ofSeconds(60), Duration.ofSeconds(3), 50 * 1024 * 1024, 256L * 1024 * 1024);

  public ImapSettings {
    if (!pollEvery.isPositive() || !refreshEvery.isPositive() || largestMail <= 0) {
      throw new IllegalArgumentException("periods and sizes must be positive");
    }
  }

  /** The same for mails of at most so many bytes. */
  public ImapSettings withLargestMail(int bytes) {
    return new ImapSettings(pollEvery, refreshEvery, bytes, memory);
  }
}
