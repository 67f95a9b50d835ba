package dev.parley.application.contact;

import dev.parley.application.attribute.AttributeView;
import dev.parley.domain.contact.Contact;
import java.util.List;

/** A contact as dialects show it. */
public record ContactView(Contact contact, List<AttributeView> attributes) {
  public ContactView {
    attributes = List.copyOf(attributes);
  }
}
