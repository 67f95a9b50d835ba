package dev.parley.persistence.agent;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.Counters;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of an organization, kept by Hibernate until they become contacts. */
public final class PanacheAgentDirectory implements AgentDirectory {
  private final RowTransactions transactions;
  private final PgDowngrades downgrades;

  public PanacheAgentDirectory(RowTransactions transactions, PgUnitOfWork unitOfWork) {
    this.transactions = transactions;
    this.downgrades = new PgDowngrades(unitOfWork);
  }

  @Override
  public Uni<Agent> add(OrganizationId organization, Agent agent) {
    return precisely(
        transactions.inTransaction(
            organization,
            () ->
                Counters.PEOPLE
                    .next(organization)
                    .map(number -> new AgentRow(organization, agent, number))
                    .call(row -> row.persist())));
  }

  @Override
  public Uni<Agent> change(OrganizationId organization, AgentId id, UnaryOperator<Agent> change) {
    return precisely(
        transactions.inTransaction(
            organization,
            () -> withAdmins(organization, id).map(rows -> changed(rows, id, change))));
  }

  @Override
  public Uni<Void> downgrade(OrganizationId organization, AgentId id) {
    return downgrades.downgrade(organization, id);
  }

  /** The agent and all admins, locked, so that two admins cannot dismiss each other at once. */
  private static Uni<List<AgentRow>> withAdmins(OrganizationId organization, AgentId id) {
    return AgentRow.<AgentRow>find(
            "orgId = ?1 and (id = ?2 or array_contains(roles, ?3)) order by id",
            organization.number(),
            id.value(),
            Code.of(Role.ADMIN))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  private static AgentRow changed(List<AgentRow> rows, AgentId id, UnaryOperator<Agent> change) {
    AgentRow row =
        rows.stream()
            .filter(found -> found.id.equals(id.value()))
            .findFirst()
            .orElseThrow(() -> new DomainException(new AgentError.AgentNotFound(id)));
    boolean wasAdmin = row.toDomain().isAdmin();
    row.take(change.apply(row.toDomain()));
    if (wasAdmin && rows.stream().noneMatch(each -> each.toDomain().isAdmin())) {
      throw new DomainException(new AgentError.LastAdmin(id));
    }
    return row;
  }

  private static Uni<Agent> precisely(Uni<AgentRow> written) {
    return written
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
        condition.append(" and (emailKey = :email or array_contains(additionalEmailKeys, :email))");
        parameters.put("email", email.key());
      }
      case Filter.WithPhone(String number) -> {
        condition.append(
            " and (phoneNumber = :phone or array_contains(additionalPhoneNumbers, :phone))");
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
