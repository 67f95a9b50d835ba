package dev.parley.persistence.agent;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Makes contacts of agents: moves the row, so that an id is an agent's or a contact's. */
final class PgDowngrades {
  /** API keys and memberships go with the agent's row, which they refer to. */
  private static final String MOVE =
      """
      with gone as (
        delete from agent where org_id = $1 and id = ?::uuid returning *
      ), person as (
        insert into contact (org_id, id, number, display_name, first_name, middle_names, last_name,
            avatar_url, created_at)
        select $1, id, number, display_name, first_name, middle_names, last_name, avatar_url,
               created_at
          from gone
      ), emails as (
        insert into contact_email (org_id, email_key, contact_id, position, email)
        select $1, a.email_key, gone.id, a.n - 1, a.email
          from gone, unnest(gone.email_key || gone.additional_email_keys,
                            gone.email || gone.additional_emails)
                       with ordinality as a (email_key, email, n)
        on conflict on constraint contact_email_taken do nothing
      )
      insert into contact_phone (org_id, contact_id, position, phone_number)
      select $1, gone.id, p.n - 1, p.phone_number
        from gone, unnest(array_remove(
                     gone.phone_number || gone.additional_phone_numbers, null))
                     with ordinality as p (phone_number, n)
      """;

  private final PgUnitOfWork unitOfWork;

  PgDowngrades(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  Uni<Void> downgrade(OrganizationId organization, AgentId id) {
    return unitOfWork.inTransaction(
        organization,
        tx ->
            withAdmins(tx, id)
                .invoke(found -> requireOthers(found, id))
                .chain(() -> PgTransaction.of(tx).run(Sql.of(MOVE, id.value())))
                .replaceWithVoid());
  }

  /** The agent and all admins, locked, so that two admins cannot dismiss each other at once. */
  private static Uni<List<Found>> withAdmins(Transaction tx, AgentId id) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select id, ?::text = any (roles) as admin from agent
                 where org_id = $1 and (id = ?::uuid or ?::text = any (roles))
                 order by id for update
                """,
                Code.of(Role.ADMIN),
                id.value(),
                Code.of(Role.ADMIN)))
        .map(
            rows ->
                Rows.list(
                    rows,
                    row -> new Found(new AgentId(row.getUUID("id")), row.getBoolean("admin"))));
  }

  private static void requireOthers(List<Found> found, AgentId id) {
    Found wanted =
        found.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new DomainException(new AgentError.AgentNotFound(id)));
    if (wanted.admin() && found.size() == 1) {
      throw new DomainException(new AgentError.LastAdmin(id));
    }
  }

  private record Found(AgentId id, boolean admin) {}
}
