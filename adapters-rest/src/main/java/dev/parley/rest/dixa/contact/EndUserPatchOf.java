package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactAdministration.Update;
import dev.parley.application.shared.Patch;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to say about which end user. */
@RegisterForReflection
@Schema(
    name = "EndUserPatchWithIdInput",
    examples =
        """
        {"id": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "displayName": "Ada Lovelace",
         "email": "ada@example.org"}""")
record EndUserPatchOf(
    UUID id,
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
  EndUserPatchOf {
    id = Required.field("id", id);
  }

  Update toUpdate() {
    EndUserFields wanted =
        new EndUserFields(
            displayName,
            email,
            phoneNumber,
            additionalEmails,
            additionalPhoneNumbers,
            firstName,
            lastName,
            middleNames,
            avatarUrl,
            externalId);
    return new Update(new ContactId(id), wanted.toChange());
  }

  @Override
  public String toString() {
    return "EndUserPatchOf[" + id + "]";
  }
}
