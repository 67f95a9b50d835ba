package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import java.time.Instant;
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
  @Override
  public String toString() {
    return "RawInbound[" + id + ", " + bytes.length + " bytes]";
  }
}
