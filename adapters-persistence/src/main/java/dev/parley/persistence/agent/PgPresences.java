package dev.parley.persistence.agent;

import dev.parley.application.agent.Presences;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.team.TeamError;
import dev.parley.domain.team.TeamId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is there and works on what. Of an agent nothing is known about there is no row. */
public final class PgPresences implements Presences {
  /** Of an agent {@code a} with what is known of its presence {@code p}. */
  private static final String COLUMNS =
      """
      a.id, a.availability = 'working' and not a.disabled as available, p.seen_at,
      coalesce(p.not_working, '{}') as not_working
      """;

  /** Sorts before every version 7 UUID. */
  private static final UUID FIRST = new UUID(0, 0);

  private final PgUnitOfWork unitOfWork;

  public PgPresences(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<List<Presence>> all(OrganizationId organization) {
    return read(
            organization,
            Sql.of(
                "select "
                    + COLUMNS
                    + """
                      from agent a
                      left join agent_presence p on p.org_id = $1 and p.agent_id = a.id
                     where a.org_id = $1
                     order by a.number
                    """))
        .map(rows -> Rows.list(rows, PgPresences::toPresence));
  }

  @Override
  public Uni<Presence> of(OrganizationId organization, AgentId agent) {
    return read(
            organization,
            Sql.of(
                "select "
                    + COLUMNS
                    + """
                      from agent a
                      left join agent_presence p on p.org_id = $1 and p.agent_id = a.id
                     where a.org_id = $1 and a.id = ?::uuid
                    """,
                agent.value()))
        .map(rows -> Rows.first(rows, PgPresences::toPresence).orElseThrow(() -> notFound(agent)));
  }

  @Override
  public Uni<Page<Presence>> ofTeam(
      OrganizationId organization, TeamId team, Optional<Cursor> after, int limit) {
    return read(
            organization,
            Sql.of(
                "select "
                    + COLUMNS
                    + """
                      from team t
                      left join (team_member m
                                 join agent a on a.org_id = $1 and a.id = m.agent_id
                                 left join agent_presence p on p.org_id = $1 and p.agent_id = a.id)
                        on m.org_id = $1 and m.team_id = t.id and m.agent_id > ?::uuid
                     where t.org_id = $1 and t.id = ?::uuid
                     order by m.agent_id
                     limit ?::integer
                    """,
                after.map(Cursor::id).orElse(FIRST),
                team.value(),
                limit + 1))
        .map(rows -> Page.cut(members(team, rows), limit, PgPresences::cursor));
  }

  @Override
  public Uni<Void> seen(OrganizationId organization, AgentId agent, Instant at) {
    return change(
            organization,
            Sql.of(
                """
                insert into agent_presence as p (org_id, agent_id, seen_at)
                select $1, a.id, ?::timestamptz from agent a
                 where a.org_id = $1 and a.id = ?::uuid
                on conflict (org_id, agent_id)
                do update set seen_at = greatest(p.seen_at, excluded.seen_at)
                """,
                Rows.timestamp(at),
                agent.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> work(
      OrganizationId organization, AgentId agent, WorkingChannel channel, boolean working) {
    return change(
            organization,
            Sql.of(
                """
                insert into agent_presence as p (org_id, agent_id, not_working)
                select $1, a.id, ?::text[] from agent a
                 where a.org_id = $1 and a.id = ?::uuid
                on conflict (org_id, agent_id)
                do update set not_working =
                  array_remove(p.not_working, ?::text) || excluded.not_working
                """,
                working ? new String[0] : new String[] {Code.of(channel)},
                agent.value(),
                Code.of(channel)))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw notFound(agent);
              }
            })
        .replaceWithVoid();
  }

  private static List<Presence> members(TeamId team, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new DomainException(new TeamError.TeamNotFound(team));
    }
    List<Presence> members = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (row.getUUID("id") != null) {
        members.add(toPresence(row));
      }
    }
    return members;
  }

  private static Presence toPresence(Row row) {
    return new Presence(
        new AgentId(row.getUUID("id")),
        row.getBoolean("available"),
        Rows.instant(row, "seen_at"),
        working(row));
  }

  /** What is left of all channels when the column {@code not_working} is taken away. */
  public static Set<WorkingChannel> working(Row row) {
    Set<WorkingChannel> working = EnumSet.allOf(WorkingChannel.class);
    Stream.of(row.getArrayOfStrings("not_working"))
        .map(code -> Code.parse(WorkingChannel.class, code))
        .forEach(working::remove);
    return working;
  }

  private static Cursor cursor(Presence presence) {
    return new Cursor(Instant.EPOCH, presence.agent().value());
  }

  private Uni<RowSet<Row>> read(OrganizationId organization, Sql sql) {
    return unitOfWork.reading(organization, tx -> tx.run(sql));
  }

  private Uni<RowSet<Row>> change(OrganizationId organization, Sql sql) {
    return unitOfWork.inTransaction(organization, tx -> PgTransaction.of(tx).run(sql));
  }

  private static DomainException notFound(AgentId agent) {
    return new DomainException(new AgentError.AgentNotFound(agent));
  }
}
