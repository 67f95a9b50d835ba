package dev.parley.persistence.attribute;

import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.RowKey;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "custom_attribute")
@IdClass(RowKey.class)
class CustomAttributeRow extends PanacheEntityBase {
  @Id
  @Column(name = "org_id")
  long orgId;

  @Id UUID id;

  @Column(columnDefinition = "text")
  String entity;

  @Column(columnDefinition = "text")
  String identifier;

  @Column(columnDefinition = "text")
  String label;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  String input;

  boolean archived;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected CustomAttributeRow() {}

  CustomAttributeRow(OrganizationId organization, CustomAttribute attribute) {
    this.orgId = organization.number();
    this.id = attribute.id().value();
    this.entity = Code.of(attribute.entity());
    this.identifier = attribute.identifier();
    this.label = attribute.label();
    this.input = InputJson.write(attribute.input());
    this.archived = attribute.archived();
    this.createdAt = attribute.createdAt();
    this.updatedAt = attribute.updatedAt();
  }

  CustomAttribute toDomain() {
    return new CustomAttribute(
        new CustomAttributeId(id),
        Code.parse(CustomAttribute.Entity.class, entity),
        identifier,
        label,
        InputJson.read(input),
        archived,
        createdAt,
        updatedAt);
  }
}
