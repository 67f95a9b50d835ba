package dev.parley.application.conversation;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.contact.ContactDirectory;

class InMemoryAttributeValuesTest extends InMemoryConversationStores
    implements AttributeValuesContract {
  @Override
  public AttributeValues attributeValues() {
    return stores.fields;
  }

  @Override
  public ContactDirectory contactDirectory() {
    return stores.contacts;
  }
}
