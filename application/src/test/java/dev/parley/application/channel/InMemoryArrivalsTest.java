package dev.parley.application.channel;

import dev.parley.application.conversation.InMemoryConversationStores;

class InMemoryArrivalsTest extends InMemoryConversationStores implements ArrivalsContract {
  @Override
  public Inbox inbox() {
    return stores.arrivals;
  }

  @Override
  public Arrivals arrivals() {
    return stores.arrivals;
  }
}
