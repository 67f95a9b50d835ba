package dev.parley.application.conversation;

class InMemoryConversationsTest extends InMemoryConversationStores
    implements ConversationsContract {}
