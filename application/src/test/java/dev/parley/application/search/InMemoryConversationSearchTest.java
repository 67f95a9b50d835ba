package dev.parley.application.search;

import dev.parley.application.conversation.InMemoryConversationStores;

class InMemoryConversationSearchTest extends InMemoryConversationStores
    implements ConversationSearchContract {
  @Override
  public ConversationSearch search() {
    return new InMemoryConversationSearch(
        stores.unitOfWork, stores.data, stores.attributeValues, CLOCK);
  }
}
