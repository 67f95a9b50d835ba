package dev.parley.persistence.queue;

import dev.parley.application.conversation.QueueQueriesContract;
import dev.parley.application.queue.QueueQueries;
import dev.parley.persistence.support.PgConversationStores;

class PgQueueQueriesTest extends PgConversationStores implements QueueQueriesContract {
  @Override
  public QueueQueries queueQueries() {
    return new PgQueueQueries(unitOfWork);
  }
}
