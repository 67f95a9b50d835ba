package dev.parley.persistence.channel;

import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Recent;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import dev.parley.persistence.support.TextMap;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Contact endpoints as commands and connectors need them. */
public final class PgContactEndpoints implements ContactEndpoints {
  private static final String COLUMNS =
      "id, org_id, number, channel, name, address, queue_id, settings, secrets";

  private final PgUnitOfWork unitOfWork;
  private final SecretBox secrets;
  private final Recent<ContactEndpointId, Located> recent;

  /**
   * @param nanoClock a clock that never goes back
   */
  public PgContactEndpoints(PgUnitOfWork unitOfWork, SecretBox secrets, LongSupplier nanoClock) {
    this.unitOfWork = unitOfWork;
    this.secrets = secrets;
    this.recent = new Recent<>(nanoClock, this::lookUp);
  }

  @Override
  public Uni<ContactEndpoint> get(Transaction tx, ContactEndpointId id) {
    return one(
        tx,
        Sql.of(
            "select " + COLUMNS + " from contact_endpoint where org_id = $1 and id = ?::uuid",
            id.value()),
        id.value().toString());
  }

  @Override
  public Uni<ContactEndpoint> byAddress(Transaction tx, Channel channel, String address) {
    return one(
        tx,
        Sql.of(
            "select "
                + COLUMNS
                + " from contact_endpoint"
                + " where org_id = $1 and channel = ?::text and address_key = ?::text",
            channel.name(),
            address.toLowerCase(Locale.ROOT)),
        address);
  }

  @Override
  public Uni<Optional<Located>> locate(ContactEndpointId id) {
    return recent.get(id);
  }

  @Override
  public Uni<List<Located>> ofChannel(Channel channel) {
    return unitOfWork
        .acrossOrganizations("select " + COLUMNS + " from contact_endpoints_of($1)", channel.name())
        .map(rows -> Rows.list(rows, this::located));
  }

  private Uni<Optional<Located>> lookUp(ContactEndpointId id) {
    return unitOfWork
        .acrossOrganizations("select " + COLUMNS + " from contact_endpoint_at($1)", id.value())
        .map(rows -> Rows.first(rows, this::located));
  }

  private Uni<ContactEndpoint> one(Transaction tx, Sql sql, String key) {
    return PgTransaction.of(tx)
        .run(sql)
        .map(
            rows ->
                Rows.first(rows, row -> located(row).endpoint())
                    .orElseThrow(
                        () ->
                            new DomainException(
                                new ContactEndpointError.ContactEndpointNotFound(key))));
  }

  private Located located(Row row) {
    OrganizationId organization = new OrganizationId(row.getLong("org_id"));
    ContactEndpointId id = new ContactEndpointId(row.getUUID("id"));
    UUID queue = row.getUUID("queue_id");
    Buffer encrypted = row.getBuffer("secrets");
    return new Located(
        organization,
        new ContactEndpoint(
            id,
            row.getLong("number"),
            new Channel(row.getString("channel")),
            row.getString("name"),
            row.getString("address"),
            queue == null ? null : new QueueId(queue),
            TextMap.fromJson(row.getJsonObject("settings")),
            secrets.decrypt(organization, id, encrypted == null ? null : encrypted.getBytes())));
  }
}
