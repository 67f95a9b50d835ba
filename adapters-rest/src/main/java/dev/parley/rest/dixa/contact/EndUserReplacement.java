package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactChange;
import dev.parley.application.shared.Patch;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that shall be known of an end user; what is absent goes. */
@RegisterForReflection
@Schema(
    name = "UpdateEndUserInput",
    examples =
        """
        {"displayName": "Ada Lovelace", "email": "ada@example.org"}""")
record EndUserReplacement(
    String displayName,
    @Nullable String email,
    @Nullable String phoneNumber,
    @Nullable List<String> additionalEmails,
    @Nullable List<String> additionalPhoneNumbers,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable List<String> middleNames,
    @Nullable String avatarUrl,
    @Nullable String externalId) {
  EndUserReplacement {
    displayName = Required.text("displayName", displayName);
    additionalEmails = Required.elements("additionalEmails", additionalEmails);
    additionalPhoneNumbers = Required.elements("additionalPhoneNumbers", additionalPhoneNumbers);
    middleNames = Required.elements("middleNames", middleNames);
  }

  ContactChange toChange() {
    return new ContactChange(
        Patch.toValue(displayName),
        Patch.toValue(firstName),
        Patch.toValue(middleNames),
        Patch.toValue(lastName),
        Patch.toValue(email),
        Patch.toValue(additionalEmails),
        Patch.toValue(phoneNumber),
        Patch.toValue(additionalPhoneNumbers),
        Patch.toValue(avatarUrl),
        Patch.toValue(externalId));
  }

  @Override
  public String toString() {
    return "EndUserReplacement";
  }
}
