package dev.parley.persistence.conversation;

import dev.parley.application.conversation.DeliveriesContract;
import dev.parley.persistence.support.PgConversationStores;

class PgDeliveriesTest extends PgConversationStores implements DeliveriesContract {}
