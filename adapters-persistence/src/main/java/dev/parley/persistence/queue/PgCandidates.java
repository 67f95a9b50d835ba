package dev.parley.persistence.queue;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.agent.PgPresences;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;

/** The members of a queue with what decides whether they can be given a conversation. */
public final class PgCandidates {
  private PgCandidates() {}

  public static Uni<List<Candidate>> of(PgTransaction tx, QueueId queue) {
    return tx.run(
            Sql.of(
                """
                select m.agent_id, m.last_assigned_at,
                       a.availability = 'working' and not a.disabled as available,
                       (select count(*) from conversation c
                         where c.org_id = $1 and c.agent_id = m.agent_id
                           and c.state not in ('resolved', 'closed'))::integer as held,
                       coalesce(p.not_working, '{}') as not_working
                  from queue_member m
                  join agent a on a.org_id = $1 and a.id = m.agent_id
                  left join agent_presence p on p.org_id = $1 and p.agent_id = m.agent_id
                 where m.org_id = $1 and m.queue_id = ?::uuid
                """,
                queue.value()))
        .map(rows -> Rows.list(rows, PgCandidates::toDomain));
  }

  private static Candidate toDomain(Row row) {
    return new Candidate(
        new AgentId(row.getUUID("agent_id")),
        row.getBoolean("available"),
        row.getInteger("held"),
        Rows.instant(row, "last_assigned_at"),
        PgPresences.working(row));
  }
}
