package dev.parley.persistence.event;

import dev.parley.application.event.EventFeed;
import dev.parley.application.event.EventFeedContract;
import dev.parley.application.event.EventPositions;
import dev.parley.persistence.support.PgConversationStores;

class PgEventFeedTest extends PgConversationStores implements EventFeedContract {
  @Override
  public EventFeed feed() {
    return new PgEventFeed(unitOfWork);
  }

  @Override
  public EventPositions positions() {
    return new PgEventPositions(unitOfWork);
  }
}
