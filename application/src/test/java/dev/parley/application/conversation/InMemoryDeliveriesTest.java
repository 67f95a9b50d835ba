package dev.parley.application.conversation;

class InMemoryDeliveriesTest extends InMemoryConversationStores implements DeliveriesContract {}
