package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What arrived, exactly as it arrived.
 *
 * @param deliveryKey the transport's identity of this delivery, unique per endpoint: a mailbox's
 *     {@code imap:folder:uidvalidity:uid}, a webhook's id
 */
public record RawInbound(
    UUID id,
    OrganizationId organization,
    ContactEndpointId endpoint,
    Channel channel,
    String deliveryKey,
    byte[] bytes,
    Instant receivedAt,
    @Nullable String peer) {
  private static final String KEY = "raw/";

  /** The name under which a message refers to the original it was made of. */
  public static String key(UUID id) {
    return KEY + id;
  }

  /** Which one a name stands for; empty when it is the name of something else. */
  public static Optional<UUID> named(String key) {
    return key.startsWith(KEY)
        ? Optional.of(UUID.fromString(key.substring(KEY.length())))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "RawInbound[" + id + ", " + bytes.length + " bytes]";
  }
}
