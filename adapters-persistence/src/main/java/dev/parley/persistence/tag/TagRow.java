package dev.parley.persistence.tag;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.support.RowKey;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tag")
@IdClass(RowKey.class)
class TagRow extends PanacheEntityBase {
  @Id
  @Column(name = "org_id")
  long orgId;

  @Id UUID id;

  @Column(columnDefinition = "text")
  String name;

  @Column(name = "name_key", columnDefinition = "text")
  String nameKey;

  @Column(columnDefinition = "text")
  @Nullable String color;

  boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected TagRow() {}

  TagRow(OrganizationId organization, Tag tag, Instant createdAt) {
    this.orgId = organization.number();
    this.id = tag.id().value();
    this.name = tag.name();
    this.nameKey = tag.key();
    this.color = tag.color();
    this.active = tag.active();
    this.createdAt = createdAt;
  }

  Tag toDomain() {
    return new Tag(new TagId(id), name, color, active);
  }
}
