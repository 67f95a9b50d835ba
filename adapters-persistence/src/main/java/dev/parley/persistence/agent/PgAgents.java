package dev.parley.persistence.agent;

import dev.parley.application.agent.Agents;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Agents as facts for decisions. */
public final class PgAgents implements Agents {
  @Override
  public Uni<Agent> get(Transaction tx, AgentId id) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select a.number, a.display_name, a.email, a.phone_number, a.roles, a.availability,
                       a.disabled, a.created_at, a.first_name, a.middle_names, a.last_name,
                       a.avatar_url, a.additional_emails, a.additional_phone_numbers,
                       c.id is not null as is_contact
                  from (select ?::uuid as id) wanted
                  left join agent a on a.org_id = $1 and a.id = wanted.id
                  left join contact c on c.org_id = $1 and c.id = wanted.id
                """,
                id.value()))
        .map(rows -> toDomain(id, rows.iterator().next()));
  }

  @Override
  public Uni<Set<AgentId>> existing(Transaction tx, Collection<AgentId> ids) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select id from agent where org_id = $1 and id = any(?::uuid[])",
                (Object) ids.stream().map(AgentId::value).toArray(UUID[]::new)))
        .map(
            rows ->
                Rows.list(rows, row -> new AgentId(row.getUUID("id"))).stream()
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static Agent toDomain(AgentId id, Row row) {
    if (row.getLong("number") == null) {
      throw new DomainException(
          row.getBoolean("is_contact")
              ? new AgentError.NotAnAgent(id.value())
              : new AgentError.AgentNotFound(id));
    }
    return new Agent(
        id,
        row.getLong("number"),
        row.getString("display_name"),
        new EmailAddress(row.getString("email")),
        row.getString("phone_number"),
        Stream.of(row.getArrayOfStrings("roles"))
            .map(code -> Code.parse(Role.class, code))
            .collect(Collectors.toUnmodifiableSet()),
        Code.parse(Availability.class, row.getString("availability")),
        row.getBoolean("disabled"),
        Rows.requiredInstant(row, "created_at"),
        profile(row));
  }

  private static Agent.Profile profile(Row row) {
    return new Agent.Profile(
        row.getString("first_name"),
        List.of(row.getArrayOfStrings("middle_names")),
        row.getString("last_name"),
        row.getString("avatar_url"),
        Stream.of(row.getArrayOfStrings("additional_emails")).map(EmailAddress::new).toList(),
        List.of(row.getArrayOfStrings("additional_phone_numbers")));
  }
}
