package dev.parley.channels.support;

import java.time.Duration;

/**
 * How long a stranger's server may keep us.
 *
 * @param connect for the connection, and once more for the TLS handshake
 * @param firstByte longest silence of the server
 * @param total for everything together: names, redirects, and the body to its end
 * @param redirects followed at most
 */
public record OutboundLimits(Duration connect, Duration firstByte, Duration total, int redirects) {
  public static final OutboundLimits STANDARD =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 3);
}
