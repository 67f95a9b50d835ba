package dev.parley.application.conversation;

class InMemoryLinksTest extends InMemoryConversationStores implements LinksContract {}
