package dev.parley.rest.dixa.contact;

import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.DixaTimes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An end user.
 *
 * @param number an addition: the contact's id in the Libredesk and Chatwoot dialects
 */
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
    long number) {

  static EndUserPayload from(Contact contact) {
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
        contact.number());
  }

  private static @Nullable String first(List<String> all) {
    return all.isEmpty() ? null : all.getFirst();
  }

  private static List<String> others(List<String> all) {
    return all.isEmpty() ? all : all.subList(1, all.size());
  }
}
