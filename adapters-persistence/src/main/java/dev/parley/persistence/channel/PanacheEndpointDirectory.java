package dev.parley.persistence.channel;

import dev.parley.application.channel.EndpointDirectory;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Counters;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.RowTransactions;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The contact endpoints of an organization, kept by Hibernate. */
public final class PanacheEndpointDirectory implements EndpointDirectory {
  private final RowTransactions transactions;
  private final SecretBox secrets;

  public PanacheEndpointDirectory(RowTransactions transactions, SecretBox secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  @Override
  public Uni<ContactEndpoint> add(
      OrganizationId organization, ContactEndpoint endpoint, Instant now) {
    return writing(
            organization,
            () ->
                Counters.ENDPOINTS
                    .next(organization)
                    .map(number -> new EndpointRow(organization, endpoint, number, now, secrets))
                    .call(row -> row.persist())
                    .call(row -> new EndpointPlaceRow(row).persist()),
            endpoint::queue)
        .map(row -> row.toDomain(secrets));
  }

  @Override
  public Uni<List<ContactEndpoint>> list(OrganizationId organization, Optional<Channel> channel) {
    return transactions
        .inTransaction(
            organization,
            () ->
                EndpointRow.<EndpointRow>list(
                    "orgId = ?1 and (?2 = '' or channel = ?2) order by number",
                    organization.number(),
                    channel.map(Channel::name).orElse("")))
        .map(rows -> rows.stream().map(row -> row.toDomain(secrets)).toList());
  }

  @Override
  public Uni<ContactEndpoint> get(OrganizationId organization, ContactEndpointId id) {
    return transactions
        .inTransaction(organization, () -> require(organization, id, LockModeType.NONE))
        .map(row -> row.toDomain(secrets));
  }

  @Override
  public Uni<ContactEndpoint> byAddress(
      OrganizationId organization, Channel channel, String address) {
    return transactions
        .inTransaction(
            organization,
            () ->
                EndpointRow.<EndpointRow>find(
                        "orgId = ?1 and channel = ?2 and addressKey = ?3",
                        organization.number(),
                        channel.name(),
                        address.toLowerCase(Locale.ROOT))
                    .firstResult())
        .onItem()
        .ifNull()
        .failWith(() -> notFound(address))
        .map(row -> row.toDomain(secrets));
  }

  @Override
  public Uni<Void> change(
      OrganizationId organization, ContactEndpointId id, UnaryOperator<ContactEndpoint> change) {
    AtomicReference<@Nullable QueueId> queue = new AtomicReference<>();
    return writing(
            organization,
            () ->
                require(organization, id, LockModeType.PESSIMISTIC_WRITE)
                    .invoke(
                        row -> {
                          ContactEndpoint changed = change.apply(row.toDomain(secrets));
                          queue.set(changed.queue());
                          row.take(changed, secrets);
                        }),
            queue::get)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, ContactEndpointId id) {
    return transactions.inTransaction(
        organization,
        () ->
            require(organization, id, LockModeType.NONE)
                .chain(PanacheEntityBase::delete)
                .call(
                    () ->
                        EndpointPlaceRow.delete(
                            "endpointId = ?1 and orgId = ?2", id.value(), organization.number())));
  }

  private <T> Uni<T> writing(
      OrganizationId organization, Supplier<Uni<T>> work, Supplier<@Nullable QueueId> queue) {
    return transactions
        .inTransaction(organization, work)
        .onFailure(PgFailures.breaks("endpoint_address_taken"))
        .transform(_ -> new DomainException(new ContactEndpointError.EndpointAddressTaken()))
        .onFailure(PgFailures.breaks("endpoint_queue"))
        .transform(failure -> missing(queue.get(), failure));
  }

  private static Throwable missing(@Nullable QueueId queue, Throwable failure) {
    return queue == null ? failure : new DomainException(new QueueError.QueueNotFound(queue));
  }

  private static Uni<EndpointRow> require(
      OrganizationId organization, ContactEndpointId id, LockModeType lock) {
    return EndpointRow.<EndpointRow>find(
            "orgId = ?1 and id = ?2", organization.number(), id.value())
        .withLock(lock)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> notFound(id.value().toString()));
  }

  private static DomainException notFound(String key) {
    return new DomainException(new ContactEndpointError.ContactEndpointNotFound(key));
  }
}
