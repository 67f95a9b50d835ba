package dev.parley.persistence.conversation;

import dev.parley.application.conversation.FollowUps;
import dev.parley.application.conversation.FollowUpsContract;
import dev.parley.persistence.support.PgConversationStores;

class PgFollowUpsTest extends PgConversationStores implements FollowUpsContract {
  @Override
  public FollowUps followUps() {
    return new PgFollowUps(unitOfWork);
  }
}
