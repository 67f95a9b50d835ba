package dev.parley.persistence.agent;

import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent")
@IdClass(RowKey.class)
class AgentRow extends PanacheEntityBase {
  @Id
  @Column(name = "org_id")
  long orgId;

  @Id UUID id;

  long number;

  @Column(name = "display_name", columnDefinition = "text")
  String displayName;

  @Column(columnDefinition = "text")
  String email;

  @Column(name = "email_key", columnDefinition = "text")
  String emailKey;

  @Column(name = "phone_number", columnDefinition = "text")
  @Nullable String phoneNumber;

  @Column(columnDefinition = "text[]")
  String[] roles;

  @Column(columnDefinition = "text")
  String availability;

  boolean disabled;

  @Column(name = "created_at")
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected AgentRow() {}

  AgentRow(OrganizationId organization, Agent agent, long number) {
    this.orgId = organization.number();
    this.id = agent.id().value();
    this.number = number;
    this.displayName = agent.displayName();
    this.email = agent.email().value();
    this.emailKey = agent.email().key();
    this.phoneNumber = agent.phoneNumber();
    this.roles = agent.roles().stream().sorted().map(Code::of).toArray(String[]::new);
    this.availability = Code.of(agent.availability());
    this.disabled = agent.disabled();
    this.createdAt = agent.createdAt();
  }

  Agent toDomain() {
    return new Agent(
        new AgentId(id),
        number,
        displayName,
        new EmailAddress(email),
        phoneNumber,
        Stream.of(roles)
            .map(code -> Code.parse(Role.class, code))
            .collect(Collectors.toUnmodifiableSet()),
        Code.parse(Availability.class, availability),
        disabled,
        createdAt);
  }
}
