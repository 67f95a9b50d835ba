package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, but for its sender.
 *
 * @param originalContentUrl the mail as it came
 */
@RegisterForReflection
record Mail(
    @Nullable EmailContent emailContent,
    List<EmailContact> to,
    List<EmailContact> cc,
    List<EmailContact> bcc,
    boolean isAutoReply,
    List<FilePayload> inlineImages,
    List<FilePayload> attachments,
    @Nullable String deliveryFailureReason,
    @Schema(enumeration = {"Inbound", "Outbound"}) String direction,
    @Nullable FilePayload originalContentUrl) {
  static Mail from(Message message, Envelope envelope, Files files) {
    FilePayload original = files.original(envelope);
    return new Mail(
        EmailContent.from(message.content(), original),
        EmailContact.all(envelope.to()),
        EmailContact.all(envelope.cc()),
        EmailContact.all(envelope.bcc()),
        envelope.automatic(),
        files.of(message, Attachment::inline),
        files.of(message, Predicate.not(Attachment::inline)),
        Said.failure(message.delivery()),
        DixaWords.direction(message.direction()),
        original);
  }
}
