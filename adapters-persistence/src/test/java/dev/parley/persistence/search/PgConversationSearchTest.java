package dev.parley.persistence.search;

import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.ConversationSearchContract;
import dev.parley.persistence.support.PgConversationStores;

class PgConversationSearchTest extends PgConversationStores implements ConversationSearchContract {
  @Override
  public ConversationSearch search() {
    return new PgConversationSearch(unitOfWork, CLOCK);
  }
}
