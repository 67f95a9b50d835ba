package dev.parley.benchmarks.data;

import java.util.List;
import java.util.UUID;

/**
 * An organization and what was filled in, enough to make requests from.
 *
 * @param token of its admin, as {@code Authorization} has it
 * @param emailEndpoint the last part of the path of its webhook
 * @param webhookSecret the key of that webhook's signatures
 * @param agents without the admin
 * @param conversations how many may be drawn; those added apart are not among them
 * @param contacts how many may be drawn
 */
public record Tenant(
    long number,
    String token,
    UUID admin,
    UUID emailEndpoint,
    String emailAddress,
    String webhookSecret,
    UUID defaultQueue,
    List<UUID> agents,
    int conversations,
    int contacts) {

  public Tenant {
    agents = List.copyOf(agents);
  }

  Tenant holding(int moreConversations, int moreContacts) {
    return new Tenant(
        number,
        token,
        admin,
        emailEndpoint,
        emailAddress,
        webhookSecret,
        defaultQueue,
        agents,
        moreConversations,
        moreContacts);
  }
}
