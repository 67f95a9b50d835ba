package dev.parley.domain.channel;

import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address of ours that people write to. What its settings and secrets mean is known to the
 * channel's connector alone, so that a new channel needs no new type here.
 *
 * @param number the inbox number in the organization; 0 until stored
 * @param address what the channel calls it by (mailbox address, phone number, page id); unique per
 *     channel in an organization; null where the id itself is the address
 * @param queue where new conversations wait; null: the default queue
 */
public record ContactEndpoint(
    ContactEndpointId id,
    long number,
    Channel channel,
    @Nullable String name,
    @Nullable String address,
    @Nullable QueueId queue,
    Map<String, String> settings,
    Map<String, Secret> secrets) {
  public static final int NAME_MAX = 200;

  public ContactEndpoint {
    name = name == null ? null : Text.optional("name", name, NAME_MAX);
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
  }
}
