package dev.parley.application.channel;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Contact endpoints as commands and connectors need them, secrets included. */
public interface ContactEndpoints {
  /**
   * @return fails with {@code ContactEndpointNotFound}
   */
  Uni<ContactEndpoint> get(Transaction tx, ContactEndpointId id);

  /**
   * By what the channel calls it, compared without case.
   *
   * @return fails with {@code ContactEndpointNotFound}
   */
  Uni<ContactEndpoint> byAddress(Transaction tx, Channel channel, String address);

  /**
   * For webhooks, whose path names nothing but the endpoint. Answers from a cache of at most one
   * second's age.
   */
  Uni<Optional<Located>> locate(ContactEndpointId id);

  /** Every endpoint of a channel in all organizations, for connectors that go and fetch. */
  Uni<List<Located>> ofChannel(Channel channel);

  /** An endpoint with the organization it belongs to. */
  record Located(OrganizationId organization, ContactEndpoint endpoint) {}
}
