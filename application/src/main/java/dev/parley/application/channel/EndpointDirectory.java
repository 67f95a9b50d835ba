package dev.parley.application.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The contact endpoints of an organization. Each call is a transaction. */
public interface EndpointDirectory {
  /**
   * Stores a new endpoint under the next number.
   *
   * @return the endpoint with its number; fails with {@code EndpointAddressTaken}, with {@code
   *     QueueNotFound} when its queue does not exist
   */
  Uni<ContactEndpoint> add(OrganizationId organization, ContactEndpoint endpoint, Instant now);

  /** Oldest first. */
  Uni<List<ContactEndpoint>> list(OrganizationId organization, Optional<Channel> channel);

  /**
   * @return fails with {@code ContactEndpointNotFound}
   */
  Uni<ContactEndpoint> get(OrganizationId organization, ContactEndpointId id);

  /**
   * By what the channel calls it, compared without case.
   *
   * @return fails with {@code ContactEndpointNotFound}
   */
  Uni<ContactEndpoint> byAddress(OrganizationId organization, Channel channel, String address);

  /**
   * Stores what {@code change} makes of the endpoint; nobody else can change it meanwhile. Number,
   * id and channel stay.
   *
   * @return fails as {@link #get} and {@link #add}
   */
  Uni<Void> change(
      OrganizationId organization, ContactEndpointId id, UnaryOperator<ContactEndpoint> change);

  /**
   * Conversations that came through it stay.
   *
   * @return fails with {@code ContactEndpointNotFound}
   */
  Uni<Void> remove(OrganizationId organization, ContactEndpointId id);
}
