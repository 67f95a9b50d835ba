package dev.parley.persistence.conversation;

import dev.parley.application.conversation.HeldConversations;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What agents have in hand, in PostgreSQL. */
public final class PgHeldConversations implements HeldConversations {
  @Override
  public Uni<Optional<Conversation>> next(Transaction tx, AgentId agent) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select "
                    + ConversationRow.COLUMNS
                    + """
                     from conversation c
                    where c.org_id = $1 and c.agent_id = ?::uuid
                      and c.state not in ('resolved', 'closed') and c.removed_at is null
                    limit 1 for no key update
                    """,
                agent.value()))
        .map(rows -> Rows.first(rows, ConversationRow::toDomain));
  }
}
