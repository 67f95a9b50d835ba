package dev.parley.persistence.conversation;

import dev.parley.application.conversation.ConversationsContract;
import dev.parley.persistence.support.PgConversationStores;

class PgConversationsTest extends PgConversationStores implements ConversationsContract {}
