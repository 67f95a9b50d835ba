package dev.parley.persistence.team;

import dev.parley.application.shared.Transaction;
import dev.parley.application.team.TeamMember;
import dev.parley.application.team.Teams;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamError;
import dev.parley.domain.team.TeamId;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Teams: rows that are written in sets and read with their members, hence by the PG client. */
public final class PgTeams implements Teams {
  private final PgUnitOfWork unitOfWork;

  public PgTeams(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, Team team) {
    return unitOfWork
        .inTransaction(
            organization,
            tx ->
                run(
                    tx,
                    Sql.of(
                        """
                        insert into team (org_id, id, name, created_at)
                        values ($1, ?::uuid, ?::text, ?::timestamptz)
                        """,
                        team.id().value(),
                        team.name(),
                        Rows.timestamp(team.createdAt()))))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Team>> list(OrganizationId organization) {
    return read(
            organization,
            Sql.of(
                "select id, name, created_at from team where org_id = $1 order by created_at, id"))
        .map(rows -> Rows.list(rows, PgTeams::toTeam));
  }

  @Override
  public Uni<Team> get(OrganizationId organization, TeamId id) {
    return read(
            organization,
            Sql.of(
                "select id, name, created_at from team where org_id = $1 and id = ?::uuid",
                id.value()))
        .map(rows -> Rows.first(rows, PgTeams::toTeam).orElseThrow(() -> notFound(id)));
  }

  @Override
  public Uni<Void> remove(OrganizationId organization, TeamId id) {
    return changeOf(
        organization,
        id,
        Sql.of("delete from team where org_id = $1 and id = ?::uuid returning id", id.value()));
  }

  @Override
  public Uni<List<TeamMember>> members(OrganizationId organization, TeamId id) {
    return read(
            organization,
            Sql.of(
                """
                select a.id, a.display_name
                  from team t
                  left join (team_member m join agent a on a.org_id = $1 and a.id = m.agent_id)
                    on m.org_id = $1 and m.team_id = t.id
                 where t.org_id = $1 and t.id = ?::uuid
                 order by a.number
                """,
                id.value()))
        .map(
            rows ->
                parts(
                    rows,
                    notFound(id),
                    row ->
                        new TeamMember(
                            new AgentId(row.getUUID("id")), row.getString("display_name"))));
  }

  @Override
  public Uni<Void> addMembers(OrganizationId organization, TeamId id, Collection<AgentId> agents) {
    return unitOfWork
        .inTransaction(
            organization,
            tx ->
                run(
                    tx,
                    Sql.of(
                        """
                        with wanted as (
                          select distinct w.id from unnest(?::uuid[]) w(id)
                        ), nobody as (
                          select w.id from wanted w
                            left join agent a on a.org_id = $1 and a.id = w.id
                           where a.id is null order by w.id limit 1
                        ), found as (
                          select t.id from team t where t.org_id = $1 and t.id = ?::uuid
                        ), added as (
                          insert into team_member (org_id, team_id, agent_id)
                          select $1, found.id, wanted.id from found, wanted
                           where not exists (select from nobody)
                          on conflict do nothing
                        )
                        select (select id from found) as team, (select id from nobody) as nobody
                        """,
                        uuids(agents),
                        id.value())))
        .onFailure(PgFailures.breaks("team_member_team"))
        .transform(_ -> notFound(id))
        .invoke(rows -> requireAll(id, rows.iterator().next()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> removeMembers(
      OrganizationId organization, TeamId id, Collection<AgentId> agents) {
    return changeOf(
        organization,
        id,
        Sql.of(
            """
            with gone as (
              delete from team_member
               where org_id = $1 and team_id = ?::uuid and agent_id = any(?::uuid[])
            )
            select id from team where org_id = $1 and id = ?::uuid
            """,
            id.value(),
            uuids(agents),
            id.value()));
  }

  @Override
  public Uni<List<Team>> of(OrganizationId organization, AgentId agent) {
    return read(
            organization,
            Sql.of(
                """
                select t.id, t.name, t.created_at
                  from agent a
                  left join (team_member m join team t on t.org_id = $1 and t.id = m.team_id)
                    on m.org_id = $1 and m.agent_id = a.id
                 where a.org_id = $1 and a.id = ?::uuid
                 order by t.created_at, t.id
                """,
                agent.value()))
        .map(
            rows ->
                parts(
                    rows,
                    new DomainException(new AgentError.AgentNotFound(agent)),
                    PgTeams::toTeam));
  }

  private Uni<Void> changeOf(OrganizationId organization, TeamId id, Sql sql) {
    return unitOfWork
        .inTransaction(organization, tx -> run(tx, sql))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw notFound(id);
              }
            })
        .replaceWithVoid();
  }

  private static void requireAll(TeamId id, Row row) {
    if (row.getUUID("team") == null) {
      throw notFound(id);
    }
    if (row.getUUID("nobody") != null) {
      throw new DomainException(new AgentError.AgentNotFound(new AgentId(row.getUUID("nobody"))));
    }
  }

  /** No row at all: the owner does not exist. A row without id: it has none of these. */
  private static <T> List<T> parts(
      RowSet<Row> rows, DomainException absent, Function<Row, T> reader) {
    if (rows.size() == 0) {
      throw absent;
    }
    List<T> parts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (row.getUUID("id") != null) {
        parts.add(reader.apply(row));
      }
    }
    return parts;
  }

  private Uni<RowSet<Row>> read(OrganizationId organization, Sql sql) {
    return unitOfWork.reading(organization, tx -> tx.run(sql));
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }

  private static Team toTeam(Row row) {
    return new Team(
        new TeamId(row.getUUID("id")),
        row.getString("name"),
        Rows.requiredInstant(row, "created_at"));
  }

  private static UUID[] uuids(Collection<AgentId> agents) {
    return agents.stream().map(AgentId::value).toArray(UUID[]::new);
  }

  private static DomainException notFound(TeamId id) {
    return new DomainException(new TeamError.TeamNotFound(id));
  }
}
