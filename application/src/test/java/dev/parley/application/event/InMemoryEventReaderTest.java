package dev.parley.application.event;

import dev.parley.application.conversation.InMemoryConversationStores;

class InMemoryEventReaderTest extends InMemoryConversationStores implements EventReaderContract {
  @Override
  public EventReader reader() {
    return stores.eventReader;
  }

  @Override
  public EventPositions positions() {
    return stores.events;
  }
}
