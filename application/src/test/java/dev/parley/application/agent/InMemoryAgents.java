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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** The one with the lowest number. */
  public Optional<Agent> founder(OrganizationId organization) {
    return rows.of(organization).stream().min(Comparator.comparingLong(Agent::number));
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
      case Filter.WithEmail(EmailAddress email) -> agent.email().key().equals(email.key());
      case Filter.WithPhone(String number) -> number.equals(agent.phoneNumber());
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
        agent.createdAt());
  }
}
