package dev.parley.application.conversation;

import dev.parley.application.agent.AgentDirectory;

class InMemoryFormerAgentsTest extends InMemoryConversationStores implements FormerAgentsContract {
  @Override
  public HeldConversations held() {
    return stores.held;
  }

  @Override
  public AgentDirectory agents() {
    return stores.agents;
  }
}
