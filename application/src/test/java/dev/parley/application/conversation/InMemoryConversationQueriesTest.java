package dev.parley.application.conversation;

class InMemoryConversationQueriesTest extends InMemoryConversationStores
    implements ConversationQueriesContract {}
