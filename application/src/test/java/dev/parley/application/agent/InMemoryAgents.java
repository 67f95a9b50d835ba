package dev.parley.application.agent;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryPages;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Agents of all organizations. */
public final class InMemoryAgents implements Agents, AgentDirectory {
  private final InMemoryRows<AgentId, Agent> rows = new InMemoryRows<>();
  private final InMemoryNumbers numbers;
  private final InMemoryContacts contacts;

  public InMemoryAgents(InMemoryNumbers numbers, InMemoryContacts contacts) {
    this.numbers = numbers;
    this.contacts = contacts;
  }

  public Optional<Agent> find(OrganizationId organization, AgentId id) {
    return rows.find(organization, id);
  }

  public List<Agent> of(OrganizationId organization) {
    return rows.of(organization);
  }

  /** The first of all; when that one is an agent no longer, the admin who was first. */
  public Optional<Agent> founder(OrganizationId organization) {
    return rows.of(organization).stream()
        .min(
            Comparator.comparing((Agent agent) -> agent.number() != 1)
                .thenComparing(agent -> !agent.isAdmin())
                .thenComparingLong(Agent::number));
  }

  /** The name of somebody who is or was an agent. */
  public Optional<String> nameOf(OrganizationId organization, AgentId id) {
    return find(organization, id)
        .map(Agent::displayName)
        .or(
            () ->
                contacts
                    .find(organization, new ContactId(id.value()))
                    .map(contact -> contact.name().display()));
  }

  /** Puts back an agent that was changed. */
  public void replace(OrganizationId organization, Agent agent) {
    rows.put(organization, agent.id(), agent);
  }

  @Override
  public Uni<Agent> get(Transaction tx, AgentId id) {
    return attempt(
        () -> {
          if (contacts.has(tx.organization(), new ContactId(id.value()))) {
            throw new DomainException(new AgentError.NotAnAgent(id.value()));
          }
          return require(tx.organization(), id);
        });
  }

  @Override
  public Uni<Set<AgentId>> existing(Transaction tx, Collection<AgentId> ids) {
    return attempt(
        () ->
            ids.stream()
                .filter(id -> find(tx.organization(), id).isPresent())
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Uni<Agent> add(OrganizationId organization, Agent agent) {
    return attempt(
        () -> {
          if (rows.any(organization, other -> other.email().key().equals(agent.email().key()))) {
            throw new DomainException(new AgentError.AgentEmailTaken());
          }
          Agent numbered = withNumber(agent, numbers.next(organization, "people"));
          rows.put(organization, agent.id(), numbered);
          return numbered;
        });
  }

  @Override
  public Uni<Agent> change(OrganizationId organization, AgentId id, UnaryOperator<Agent> change) {
    return attempt(
        () -> {
          Agent present = require(organization, id);
          Agent changed = change.apply(present);
          if (rows.of(organization).stream()
              .filter(other -> !other.id().equals(id))
              .anyMatch(other -> other.email().key().equals(changed.email().key()))) {
            throw new DomainException(new AgentError.AgentEmailTaken());
          }
          if (present.isAdmin() && !changed.isAdmin()) {
            requireOtherAdmin(organization, id);
          }
          rows.put(organization, id, changed);
          return changed;
        });
  }

  @Override
  public Uni<Void> downgrade(OrganizationId organization, AgentId id) {
    return attempt(
        () -> {
          Agent agent = require(organization, id);
          if (agent.isAdmin()) {
            requireOtherAdmin(organization, id);
          }
          rows.remove(organization, id);
          contacts.takeOver(organization, agent);
        });
  }

  private void requireOtherAdmin(OrganizationId organization, AgentId id) {
    if (!rows.any(organization, other -> other.isAdmin() && !other.id().equals(id))) {
      throw new DomainException(new AgentError.LastAdmin(id));
    }
  }

  @Override
  public Uni<Agent> get(OrganizationId organization, AgentId id) {
    return attempt(() -> require(organization, id));
  }

  @Override
  public Uni<Page<Agent>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit) {
    return attempt(
        () ->
            InMemoryPages.page(
                rows.of(organization).stream().filter(agent -> fits(agent, filter)).toList(),
                after,
                limit,
                agent -> new Cursor(agent.createdAt(), agent.id().value())));
  }

  private Agent require(OrganizationId organization, AgentId id) {
    return find(organization, id)
        .orElseThrow(() -> new DomainException(new AgentError.AgentNotFound(id)));
  }

  private static boolean fits(Agent agent, Filter filter) {
    return switch (filter) {
      case Filter.Everyone() -> true;
      case Filter.WithEmail(EmailAddress email) ->
          Stream.concat(Stream.of(agent.email()), agent.profile().additionalEmails().stream())
              .anyMatch(has -> has.key().equals(email.key()));
      case Filter.WithPhone(String number) ->
          number.equals(agent.phoneNumber())
              || agent.profile().additionalPhoneNumbers().contains(number);
    };
  }

  private static Agent withNumber(Agent agent, long number) {
    return new Agent(
        agent.id(),
        number,
        agent.displayName(),
        agent.email(),
        agent.phoneNumber(),
        agent.roles(),
        agent.availability(),
        agent.disabled(),
        agent.createdAt(),
        agent.profile());
  }
}
