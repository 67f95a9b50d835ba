package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactView;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An end user.
 *
 * @param customAttributes absent in lists
 * @param number an addition: the contact's id in the Libredesk and Chatwoot dialects
 */
@RegisterForReflection
@Schema(
    name = "EndUser",
    examples =
        """
        {"id": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "createdAt": "2020-12-16T09:41:43Z",
         "displayName": "Ada Lovelace", "email": "ada@example.org", "phoneNumber": "+4551000000",
         "additionalEmails": ["countess@example.org"], "additionalPhoneNumbers": [],
         "firstName": "Ada", "lastName": "Lovelace", "middleNames": ["King"],
         "avatarUrl": "https://example.org/ada.png", "externalId": "crm-1815", "number": 17}""")
record EndUserPayload(
    UUID id,
    String createdAt,
    @Nullable String displayName,
    @Nullable String email,
    @Nullable String phoneNumber,
    List<String> additionalEmails,
    List<String> additionalPhoneNumbers,
    @Nullable String firstName,
    @Nullable String lastName,
    List<String> middleNames,
    @Nullable String avatarUrl,
    @Nullable String externalId,
    long number,
    @Nullable List<AttributeValuePayload> customAttributes) {

  static EndUserPayload from(ContactView view) {
    return from(view.contact(), AttributeValuePayload.of(view.attributes()));
  }

  static EndUserPayload from(Contact contact) {
    return from(contact, null);
  }

  private static EndUserPayload from(
      Contact contact, @Nullable List<AttributeValuePayload> attributes) {
    List<String> emails = contact.emails().stream().map(EmailAddress::value).toList();
    return new EndUserPayload(
        contact.id().value(),
        DixaTimes.iso(contact.createdAt()),
        contact.name().display(),
        first(emails),
        first(contact.phoneNumbers()),
        others(emails),
        others(contact.phoneNumbers()),
        contact.name().first(),
        contact.name().last(),
        contact.name().middle(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.number(),
        attributes);
  }

  private static @Nullable String first(List<String> all) {
    return all.isEmpty() ? null : all.getFirst();
  }

  private static List<String> others(List<String> all) {
    return all.isEmpty() ? all : all.subList(1, all.size());
  }
}
