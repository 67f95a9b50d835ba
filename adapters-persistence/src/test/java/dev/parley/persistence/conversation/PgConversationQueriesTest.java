package dev.parley.persistence.conversation;

import dev.parley.application.conversation.ConversationQueriesContract;
import dev.parley.persistence.support.PgConversationStores;

class PgConversationQueriesTest extends PgConversationStores
    implements ConversationQueriesContract {}
