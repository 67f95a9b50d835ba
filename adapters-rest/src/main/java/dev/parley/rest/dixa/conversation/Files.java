package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.FileLinks;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Links to the stored files of an organization's messages. */
record Files(OrganizationId organization, FileLinks links) {
  List<FilePayload> of(Message message, Predicate<Attachment> which) {
    return message.attachments().stream()
        .filter(which)
        .map(file -> FilePayload.from(file, organization, links))
        .toList();
  }

  /** The mail as it came; null for what did not come as one. */
  @Nullable FilePayload original(Envelope envelope) {
    return envelope.original() == null
        ? null
        : new FilePayload(
            links.to(organization, envelope.original(), "message.eml", "message/rfc822"), null);
  }
}
