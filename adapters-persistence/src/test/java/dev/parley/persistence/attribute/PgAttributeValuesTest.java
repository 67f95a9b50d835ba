package dev.parley.persistence.attribute;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.conversation.AttributeValuesContract;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.support.PgConversationStores;

class PgAttributeValuesTest extends PgConversationStores implements AttributeValuesContract {
  @Override
  public AttributeValues attributeValues() {
    return new PgAttributeValues();
  }

  @Override
  public ContactDirectory contactDirectory() {
    return new PgContactDirectory(unitOfWork);
  }
}
