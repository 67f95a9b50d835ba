package dev.parley.persistence.queue;

import dev.parley.application.queue.QueueDetails;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.RowKey;
import dev.parley.persistence.support.TextMap;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "queue")
@IdClass(RowKey.class)
class QueueRow extends PanacheEntityBase {
  @Id
  @Column(name = "org_id")
  long orgId;

  @Id UUID id;

  long number;

  @Column(columnDefinition = "text")
  String name;

  @Column(name = "name_key", columnDefinition = "text")
  String nameKey;

  @Column(name = "is_default")
  boolean isDefault;

  @Column(columnDefinition = "text")
  String policy;

  @Column(name = "agent_cap")
  int agentCap;

  @Column(name = "offer_timeout_seconds")
  @Nullable Integer offerTimeoutSeconds;

  @Column(name = "business_hours_id")
  @Nullable UUID businessHoursId;

  /** Set by the policy's work; whoever changes the queue ends the rest. */
  @Column(name = "rest_until")
  @Nullable Instant restUntil;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  String presentation;

  @Column(name = "created_at")
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected QueueRow() {}

  QueueRow(OrganizationId organization, QueueDetails details, long number) {
    Queue queue = details.queue();
    this.orgId = organization.number();
    this.id = queue.id().value();
    this.number = number;
    this.name = queue.name();
    this.nameKey = queue.name().toLowerCase(Locale.ROOT);
    this.isDefault = queue.isDefault();
    this.policy = Code.of(queue.policy());
    this.presentation = TextMap.toJson(details.presentation()).encode();
    this.createdAt = queue.createdAt();
    handOutAs(queue);
  }

  void handOutAs(Queue queue) {
    policy = Code.of(queue.policy());
    agentCap = queue.agentCap();
    Duration timeout = queue.offerTimeout();
    offerTimeoutSeconds = timeout == null ? null : Math.toIntExact(timeout.toSeconds());
    ScheduleId schedule = queue.schedule();
    businessHoursId = schedule == null ? null : schedule.value();
    restUntil = null;
  }

  QueueDetails toDomain() {
    return new QueueDetails(
        new Queue(
            new QueueId(id),
            number,
            name,
            isDefault,
            Code.parse(AssignmentPolicy.class, policy),
            agentCap,
            offerTimeoutSeconds == null ? null : Duration.ofSeconds(offerTimeoutSeconds),
            businessHoursId == null ? null : new ScheduleId(businessHoursId),
            createdAt),
        TextMap.fromJson(new JsonObject(presentation)));
  }
}
