package dev.parley.persistence.conversation;

import dev.parley.application.conversation.WaitingConversationsContract;
import dev.parley.persistence.support.PgConversationStores;

class PgWaitingConversationsTest extends PgConversationStores
    implements WaitingConversationsContract {}
