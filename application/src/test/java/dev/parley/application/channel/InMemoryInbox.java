package dev.parley.application.channel;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what arrives, once per delivery. */
public final class InMemoryInbox implements Inbox, AcceptedDeliveries {
  private final Map<Delivery, RawInbound> accepted = new LinkedHashMap<>();

  private record Delivery(OrganizationId organization, ContactEndpointId endpoint, String key) {}

  @Override
  public synchronized Uni<Boolean> accept(RawInbound raw) {
    Delivery delivery = new Delivery(raw.organization(), raw.endpoint(), raw.deliveryKey());
    return Uni.createFrom().item(accepted.putIfAbsent(delivery, raw) == null);
  }

  @Override
  public synchronized Uni<Set<String>> known(
      OrganizationId organization, ContactEndpointId endpoint, Collection<String> deliveryKeys) {
    return Uni.createFrom()
        .item(
            deliveryKeys.stream()
                .filter(key -> accepted.containsKey(new Delivery(organization, endpoint, key)))
                .collect(Collectors.toSet()));
  }

  /** In the order of arrival. */
  public synchronized List<RawInbound> all() {
    return new ArrayList<>(accepted.values());
  }
}
