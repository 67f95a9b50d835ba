package dev.parley.bootstrap.wiring;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.attribute.CustomAttributeAdministration;
import dev.parley.application.attribute.CustomAttributes;
import dev.parley.application.shared.IdSource;
import dev.parley.persistence.attribute.PanacheCustomAttributes;
import dev.parley.persistence.attribute.PgAttributeValues;
import dev.parley.persistence.support.RowTransactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class AttributeWiring {
  @Produces
  @Singleton
  CustomAttributes attributes(RowTransactions transactions) {
    return new PanacheCustomAttributes(transactions);
  }

  @Produces
  @Singleton
  AttributeValues values() {
    return new PgAttributeValues();
  }

  @Produces
  @Singleton
  CustomAttributeAdministration administration(
      CustomAttributes attributes, IdSource ids, InstantSource clock) {
    return new CustomAttributeAdministration(attributes, ids, clock);
  }
}
