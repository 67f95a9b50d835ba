package dev.parley.persistence.conversation;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.Decision;
import dev.parley.persistence.support.Sql;

/**
 * Puts together the statements that write decisions, for benchmarks; in this package since nobody
 * else has to.
 */
public final class DecisionStatements {
  private final DecisionSql sql;

  public DecisionStatements(IdSource ids) {
    this.sql = new DecisionSql(ids);
  }

  /** Of a new conversation. */
  public Sql insert(Decision<Conversation, ConversationEvent> decision) {
    return sql.insert(decision);
  }

  /** Of one that is there. */
  public Sql update(Decision<Conversation, ConversationEvent> decision) {
    return sql.update(decision);
  }
}
