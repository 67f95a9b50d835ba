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
import java.util.List;
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

  @Column(name = "first_name", columnDefinition = "text")
  @Nullable String firstName;

  @Column(name = "middle_names", columnDefinition = "text[]")
  String[] middleNames;

  @Column(name = "last_name", columnDefinition = "text")
  @Nullable String lastName;

  @Column(name = "avatar_url", columnDefinition = "text")
  @Nullable String avatarUrl;

  @Column(name = "additional_email_keys", columnDefinition = "text[]")
  String[] additionalEmailKeys;

  @Column(name = "additional_emails", columnDefinition = "text[]")
  String[] additionalEmails;

  @Column(name = "additional_phone_numbers", columnDefinition = "text[]")
  String[] additionalPhoneNumbers;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected AgentRow() {}

  @SuppressWarnings("NullAway.Init") // take does.
  AgentRow(OrganizationId organization, Agent agent, long number) {
    this.orgId = organization.number();
    this.id = agent.id().value();
    this.number = number;
    this.createdAt = agent.createdAt();
    take(agent);
  }

  /** Takes over what may change about an agent. */
  final void take(Agent agent) {
    this.displayName = agent.displayName();
    this.email = agent.email().value();
    this.emailKey = agent.email().key();
    this.phoneNumber = agent.phoneNumber();
    this.roles = agent.roles().stream().sorted().map(Code::of).toArray(String[]::new);
    this.availability = Code.of(agent.availability());
    this.disabled = agent.disabled();
    Agent.Profile profile = agent.profile();
    this.firstName = profile.firstName();
    this.middleNames = profile.middleNames().toArray(String[]::new);
    this.lastName = profile.lastName();
    this.avatarUrl = profile.avatarUrl();
    this.additionalEmailKeys =
        profile.additionalEmails().stream().map(EmailAddress::key).toArray(String[]::new);
    this.additionalEmails =
        profile.additionalEmails().stream().map(EmailAddress::value).toArray(String[]::new);
    this.additionalPhoneNumbers = profile.additionalPhoneNumbers().toArray(String[]::new);
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
        createdAt,
        new Agent.Profile(
            firstName,
            List.of(middleNames),
            lastName,
            avatarUrl,
            Stream.of(additionalEmails).map(EmailAddress::new).toList(),
            List.of(additionalPhoneNumbers)));
  }
}
