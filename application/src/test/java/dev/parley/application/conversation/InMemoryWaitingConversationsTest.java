package dev.parley.application.conversation;

class InMemoryWaitingConversationsTest extends InMemoryConversationStores
    implements WaitingConversationsContract {}
