package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.FileLinks;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file by its URL: the client's on the way in, our stored copy's on the way out. */
@RegisterForReflection
@Schema(name = "File")
record FilePayload(String url, @Nullable String prettyName) {
  FilePayload {
    url = Required.text("url", url);
  }

  static FilePayload from(Attachment file, OrganizationId organization, FileLinks links) {
    return new FilePayload(
        links.to(organization, file.blob(), file.fileName(), file.mediaType()), file.fileName());
  }
}
