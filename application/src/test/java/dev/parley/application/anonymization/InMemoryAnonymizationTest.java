package dev.parley.application.anonymization;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Inbox;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.conversation.InMemoryConversationStores;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.Webhooks;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import java.util.Locale;

class InMemoryAnonymizationTest extends InMemoryConversationStores
    implements AnonymizationContract {
  @Override
  public AttributeValues attributeValues() {
    return stores.fields;
  }

  @Override
  public ContactDirectory contactDirectory() {
    return stores.contacts;
  }

  @Override
  public AnonymizationRequests requests() {
    return stores.requests;
  }

  @Override
  public PersonalData personalData() {
    return stores.personalData;
  }

  @Override
  public Inbox inbox() {
    return stores.arrivals;
  }

  @Override
  public Arrivals arrivals() {
    return stores.arrivals;
  }

  @Override
  public Webhooks webhooks() {
    return stores.webhooks;
  }

  @Override
  public WebhookDeliveries webhookDeliveries() {
    return stores.webhooks;
  }

  @Override
  public Blobs blobs() {
    return stores.blobs;
  }

  @Override
  public ContactDirectory contacts() {
    return stores.contacts;
  }

  @Override
  public Removed certificate(AnonymizationRequestId id) {
    return stores.requests.certificate(here(), id);
  }

  @Override
  public String everything() {
    return stores.everything().toLowerCase(Locale.ROOT);
  }
}
