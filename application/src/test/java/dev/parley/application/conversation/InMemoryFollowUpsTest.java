package dev.parley.application.conversation;

class InMemoryFollowUpsTest extends InMemoryConversationStores implements FollowUpsContract {
  @Override
  public FollowUps followUps() {
    return stores.followUps;
  }
}
