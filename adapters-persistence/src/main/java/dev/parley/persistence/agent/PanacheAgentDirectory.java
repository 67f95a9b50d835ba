package dev.parley.persistence.agent;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Counters;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.RowTransactions;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The agents of an organization, kept by Hibernate. */
public final class PanacheAgentDirectory implements AgentDirectory {
  private final RowTransactions transactions;

  public PanacheAgentDirectory(RowTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Uni<Agent> add(OrganizationId organization, Agent agent) {
    return transactions
        .inTransaction(
            organization,
            () ->
                Counters.PEOPLE
                    .next(organization)
                    .map(number -> new AgentRow(organization, agent, number))
                    .call(row -> row.persist()))
        .map(AgentRow::toDomain)
        .onFailure(PgFailures.breaks("agent_email_taken"))
        .transform(_ -> new DomainException(new AgentError.AgentEmailTaken()));
  }

  @Override
  public Uni<Agent> get(OrganizationId organization, AgentId id) {
    return transactions
        .inTransaction(
            organization,
            () ->
                AgentRow.<AgentRow>find("orgId = ?1 and id = ?2", organization.number(), id.value())
                    .firstResult())
        .onItem()
        .ifNull()
        .failWith(() -> new DomainException(new AgentError.AgentNotFound(id)))
        .map(AgentRow::toDomain);
  }

  @Override
  public Uni<Page<Agent>> page(
      OrganizationId organization, Filter filter, Optional<Cursor> after, int limit) {
    return transactions
        .inTransaction(
            organization, () -> query(organization, filter, after).range(0, limit).list())
        .map(
            rows ->
                Page.cut(
                    rows.stream().map(AgentRow::toDomain).toList(),
                    limit,
                    agent -> new Cursor(agent.createdAt(), agent.id().value())));
  }

  private static PanacheQuery<AgentRow> query(
      OrganizationId organization, Filter filter, Optional<Cursor> after) {
    StringBuilder condition = new StringBuilder("orgId = :organization");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organization", organization.number());
    switch (filter) {
      case Filter.Everyone() -> {}
      case Filter.WithEmail(EmailAddress email) -> {
        condition.append(" and emailKey = :email");
        parameters.put("email", email.key());
      }
      case Filter.WithPhone(String number) -> {
        condition.append(" and phoneNumber = :phone");
        parameters.put("phone", number);
      }
    }
    after.ifPresent(
        cursor -> {
          condition.append(" and (createdAt > :at or createdAt = :at and id > :id)");
          parameters.put("at", cursor.at());
          parameters.put("id", cursor.id());
        });
    return AgentRow.find(condition + " order by createdAt, id", parameters);
  }
}
