package dev.parley.application.channel;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Which deliveries the {@link Inbox} has, so that nobody fetches them again. */
public interface AcceptedDeliveries {
  /**
   * @return those of the keys that were accepted, whatever became of them since
   */
  Uni<Set<String>> known(
      OrganizationId organization, ContactEndpointId endpoint, Collection<String> deliveryKeys);
}
