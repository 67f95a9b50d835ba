package dev.parley.application.conversation;

import dev.parley.application.queue.QueueQueries;

class InMemoryQueueQueriesTest extends InMemoryConversationStores implements QueueQueriesContract {
  @Override
  public QueueQueries queueQueries() {
    return stores.queueQueries;
  }
}
