package dev.parley.persistence.conversation;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.conversation.FormerAgentsContract;
import dev.parley.application.conversation.HeldConversations;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.support.PgConversationStores;
import dev.parley.persistence.support.RowTransactions;

class PgFormerAgentsTest extends PgConversationStores implements FormerAgentsContract {
  @Override
  public HeldConversations held() {
    return new PgHeldConversations();
  }

  @Override
  public AgentDirectory agents() {
    return new PanacheAgentDirectory(new RowTransactions(store.vertx()), unitOfWork);
  }
}
