package dev.parley.rest.dixa.contact;

import dev.parley.application.contact.ContactAdministration.Update;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that shall be known of which end user; what is absent goes. */
@RegisterForReflection
@Schema(
    name = "UpdateEndUserWithIdInput",
    examples =
        """
        {"id": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "displayName": "Ada Lovelace",
         "email": "ada@example.org"}""")
record EndUserReplacementOf(
    UUID id,
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
  EndUserReplacementOf {
    id = Required.field("id", id);
    displayName = Required.text("displayName", displayName);
  }

  Update toUpdate() {
    EndUserReplacement wanted =
        new EndUserReplacement(
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
    return "EndUserReplacementOf[" + id + "]";
  }
}
