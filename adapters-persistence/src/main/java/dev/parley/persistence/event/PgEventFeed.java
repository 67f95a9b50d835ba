package dev.parley.persistence.event;

import dev.parley.application.event.EventFeed;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The feed as the service reads it. */
public final class PgEventFeed implements EventFeed {
  private final PgUnitOfWork unitOfWork;

  public PgEventFeed(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Extent> extent(Transaction tx) {
    return PgTransaction.of(tx)
        .run(Sql.of("select last, trimmed from event_counter where org_id = $1"))
        .map(
            rows ->
                Rows.first(rows, row -> new Extent(row.getLong("last"), row.getLong("trimmed")))
                    .orElseGet(() -> new Extent(0, 0)));
  }

  @Override
  public Uni<List<Entry>> after(Transaction tx, long position, int most) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select e.position, e.id, e.type, e.conversation_id, e.about_id, e.at from event e
                 where e.org_id = $1 and e.position > ?::bigint
                 order by e.position limit ?::integer
                """,
                position,
                most))
        .map(rows -> Rows.list(rows, PgEventFeed::entry));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong("position"),
        row.getUUID("id"),
        Code.parse(EventType.class, row.getString("type")),
        new ConversationId(row.getUUID("conversation_id")),
        row.getUUID("about_id"),
        Rows.requiredInstant(row, "at"));
  }

  @Override
  public Uni<Map<OrganizationId, Long>> heads(Collection<OrganizationId> organizations) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, last from event_heads($1)",
            (Object) organizations.stream().map(OrganizationId::number).toArray(Long[]::new))
        .map(
            rows -> {
              Map<OrganizationId, Long> heads = new HashMap<>();
              rows.forEach(
                  row -> heads.put(new OrganizationId(row.getLong("org_id")), row.getLong("last")));
              return heads;
            });
  }
}
