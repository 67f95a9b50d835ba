package dev.parley.application.channel;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Contact endpoints of all organizations. */
public final class InMemoryContactEndpoints implements ContactEndpoints, EndpointDirectory {
  private final InMemoryRows<ContactEndpointId, ContactEndpoint> rows = new InMemoryRows<>();
  private final InMemoryNumbers numbers;
  private final InMemoryQueues queues;

  public InMemoryContactEndpoints(InMemoryNumbers numbers, InMemoryQueues queues) {
    this.numbers = numbers;
    this.queues = queues;
  }

  /** Oldest first. */
  public List<ContactEndpoint> rows(OrganizationId organization) {
    return rows.of(organization);
  }

  @Override
  public Uni<ContactEndpoint> get(Transaction tx, ContactEndpointId id) {
    return get(tx.organization(), id);
  }

  @Override
  public Uni<ContactEndpoint> byAddress(Transaction tx, Channel channel, String address) {
    return byAddress(tx.organization(), channel, address);
  }

  @Override
  public Uni<Optional<Located>> locate(ContactEndpointId id) {
    return attempt(
        () ->
            rows.all().stream()
                .filter(owned -> owned.row().id().equals(id))
                .map(owned -> new Located(owned.organization(), owned.row()))
                .findFirst());
  }

  @Override
  public Uni<List<Located>> ofChannel(Channel channel) {
    return attempt(
        () ->
            rows.all().stream()
                .filter(owned -> owned.row().channel().equals(channel))
                .map(owned -> new Located(owned.organization(), owned.row()))
                .toList());
  }

  @Override
  public Uni<ContactEndpoint> add(
      OrganizationId organization, ContactEndpoint endpoint, Instant now) {
    return attempt(
        () -> {
          check(organization, endpoint);
          ContactEndpoint stored =
              new ContactEndpoint(
                  endpoint.id(),
                  numbers.next(organization, "endpoints"),
                  endpoint.channel(),
                  endpoint.name(),
                  endpoint.address(),
                  endpoint.queue(),
                  endpoint.settings(),
                  endpoint.secrets());
          rows.put(organization, endpoint.id(), stored);
          return stored;
        });
  }

  @Override
  public Uni<List<ContactEndpoint>> list(OrganizationId organization, Optional<Channel> channel) {
    return attempt(
        () ->
            rows.of(organization).stream()
                .filter(row -> channel.isEmpty() || row.channel().equals(channel.get()))
                .toList());
  }

  @Override
  public Uni<ContactEndpoint> get(OrganizationId organization, ContactEndpointId id) {
    return attempt(() -> require(organization, id));
  }

  @Override
  public Uni<ContactEndpoint> byAddress(
      OrganizationId organization, Channel channel, String address) {
    return attempt(
        () ->
            rows.of(organization).stream()
                .filter(row -> row.channel().equals(channel) && has(row, address))
                .findFirst()
                .orElseThrow(() -> notFound(address)));
  }

  @Override
  public Uni<Void> change(
      OrganizationId organization, ContactEndpointId id, UnaryOperator<ContactEndpoint> change) {
    return attempt(
        () -> {
          ContactEndpoint changed = change.apply(require(organization, id));
          check(organization, changed);
          rows.put(organization, id, changed);
        });
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, ContactEndpointId id) {
    return attempt(
        () -> {
          require(organization, id);
          rows.remove(organization, id);
        });
  }

  /** The address of an endpoint; null when it has none or is gone. */
  public @Nullable String addressOf(OrganizationId organization, @Nullable ContactEndpointId id) {
    return id == null
        ? null
        : rows.find(organization, id).map(ContactEndpoint::address).orElse(null);
  }

  /** The endpoint that has the address. */
  public Optional<ContactEndpointId> withAddress(
      OrganizationId organization, Channel channel, String address) {
    return rows.of(organization).stream()
        .filter(row -> row.channel().equals(channel) && has(row, address))
        .map(ContactEndpoint::id)
        .findFirst();
  }

  private void check(OrganizationId organization, ContactEndpoint endpoint) {
    String address = endpoint.address();
    if (address != null
        && rows.any(
            organization,
            other ->
                other.channel().equals(endpoint.channel())
                    && !other.id().equals(endpoint.id())
                    && has(other, address))) {
      throw new DomainException(new ContactEndpointError.EndpointAddressTaken());
    }
    QueueId queue = endpoint.queue();
    if (queue != null && queues.find(organization, queue).isEmpty()) {
      throw new DomainException(new QueueError.QueueNotFound(queue));
    }
  }

  private ContactEndpoint require(OrganizationId organization, ContactEndpointId id) {
    return rows.find(organization, id).orElseThrow(() -> notFound(id.value().toString()));
  }

  private static boolean has(ContactEndpoint endpoint, String address) {
    return address.equalsIgnoreCase(endpoint.address());
  }

  private static DomainException notFound(String key) {
    return new DomainException(new ContactEndpointError.ContactEndpointNotFound(key));
  }
}
