package dev.parley.persistence.channel;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whose an endpoint is, for those who know nothing but its id. */
@Entity
@Table(name = "contact_endpoint_directory")
class EndpointPlaceRow extends PanacheEntityBase {
  @Id
  @Column(name = "endpoint_id")
  UUID endpointId;

  @Column(name = "org_id")
  long orgId;

  @Column(columnDefinition = "text")
  String channel;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected EndpointPlaceRow() {}

  EndpointPlaceRow(EndpointRow endpoint) {
    this.endpointId = endpoint.id;
    this.orgId = endpoint.orgId;
    this.channel = endpoint.channel;
  }
}
