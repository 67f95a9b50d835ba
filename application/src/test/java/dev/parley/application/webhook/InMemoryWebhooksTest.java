package dev.parley.application.webhook;

import dev.parley.application.conversation.InMemoryConversationStores;
import dev.parley.application.event.EventPositions;

class InMemoryWebhooksTest extends InMemoryConversationStores implements WebhooksContract {
  @Override
  public Webhooks webhooks() {
    return stores.webhooks;
  }

  @Override
  public WebhookDeliveries webhookDeliveries() {
    return stores.webhooks;
  }

  @Override
  public DeliveryLog deliveryLog() {
    return stores.webhooks;
  }

  @Override
  public EventPositions positions() {
    return stores.events;
  }
}
