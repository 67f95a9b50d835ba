package dev.parley.application.event;

import dev.parley.application.conversation.InMemoryConversationStores;

class InMemoryEventFeedTest extends InMemoryConversationStores implements EventFeedContract {
  @Override
  public EventFeed feed() {
    return stores.events;
  }

  @Override
  public EventPositions positions() {
    return stores.events;
  }
}
