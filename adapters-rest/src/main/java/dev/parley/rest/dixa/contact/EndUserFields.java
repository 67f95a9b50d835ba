package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactChange;
import dev.parley.application.shared.Patch;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be said about an end user, for making and for changing. */
@RegisterForReflection
@Schema(
    name = "EndUserInput",
    examples =
        """
        {"displayName": "Ada Lovelace", "firstName": "Ada", "middleNames": ["King"],
         "lastName": "Lovelace", "email": "ada@example.org",
         "additionalEmails": ["countess@example.org"], "phoneNumber": "+4551000000",
         "additionalPhoneNumbers": ["+4551000001"],
         "avatarUrl": "https://example.org/ada.png", "externalId": "crm-1815"}""")
record EndUserFields(
    @Schema(implementation = String.class) Patch<String> displayName,
    @Schema(implementation = String.class) Patch<String> email,
    @Schema(implementation = String.class) Patch<String> phoneNumber,
    @Schema(implementation = String[].class) Patch<List<String>> additionalEmails,
    @Schema(implementation = String[].class) Patch<List<String>> additionalPhoneNumbers,
    @Schema(implementation = String.class) Patch<String> firstName,
    @Schema(implementation = String.class) Patch<String> lastName,
    @Schema(implementation = String[].class) Patch<List<String>> middleNames,
    @Schema(implementation = String.class) Patch<String> avatarUrl,
    @Schema(implementation = String.class) Patch<String> externalId) {
  EndUserFields {
    additionalEmails = additionalEmails.map(all -> Required.elements("additionalEmails", all));
    additionalPhoneNumbers =
        additionalPhoneNumbers.map(all -> Required.elements("additionalPhoneNumbers", all));
    middleNames = middleNames.map(all -> Required.elements("middleNames", all));
  }

  /** What is absent stays. */
  ContactChange toChange() {
    return new ContactChange(
        displayName,
        firstName,
        middleNames,
        lastName,
        email,
        additionalEmails,
        phoneNumber,
        additionalPhoneNumbers,
        avatarUrl,
        externalId);
  }

  @Override
  public String toString() {
    return "EndUserFields";
  }
}
