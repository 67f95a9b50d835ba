package dev.parley.persistence.channel;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.support.RowKey;
import dev.parley.persistence.support.TextMap;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contact_endpoint")
@IdClass(RowKey.class)
class EndpointRow extends PanacheEntityBase {
  @Id
  @Column(name = "org_id")
  long orgId;

  @Id UUID id;

  long number;

  @Column(columnDefinition = "text")
  String channel;

  @Column(columnDefinition = "text")
  @Nullable String name;

  @Column(columnDefinition = "text")
  @Nullable String address;

  @Column(name = "address_key", columnDefinition = "text")
  @Nullable String addressKey;

  @Column(name = "queue_id")
  @Nullable UUID queueId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  String settings;

  @Column(columnDefinition = "bytea")
  byte @Nullable [] secrets;

  @Column(name = "created_at")
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected EndpointRow() {}

  EndpointRow(
      OrganizationId organization,
      ContactEndpoint endpoint,
      long number,
      Instant createdAt,
      SecretBox box) {
    this.orgId = organization.number();
    this.id = endpoint.id().value();
    this.number = number;
    this.channel = endpoint.channel().name();
    this.createdAt = createdAt;
    take(endpoint, box);
  }

  /** Everything that may change. */
  final void take(ContactEndpoint endpoint, SecretBox box) {
    String wanted = endpoint.address();
    QueueId queue = endpoint.queue();
    name = endpoint.name();
    address = wanted;
    addressKey = wanted == null ? null : wanted.toLowerCase(Locale.ROOT);
    queueId = queue == null ? null : queue.value();
    settings = TextMap.toJson(endpoint.settings()).encode();
    secrets = box.encrypt(new OrganizationId(orgId), endpoint.id(), endpoint.secrets());
  }

  ContactEndpoint toDomain(SecretBox box) {
    ContactEndpointId endpointId = new ContactEndpointId(id);
    return new ContactEndpoint(
        endpointId,
        number,
        new Channel(channel),
        name,
        address,
        queueId == null ? null : new QueueId(queueId),
        TextMap.fromJson(new JsonObject(settings)),
        box.decrypt(new OrganizationId(orgId), endpointId, secrets));
  }
}
