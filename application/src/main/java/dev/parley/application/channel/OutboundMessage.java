package dev.parley.application.channel;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.conversation.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a sender needs to deliver one message.
 *
 * @param to the contact's address in the conversation
 * @param subject of the conversation
 * @param agentName the author, for the display name
 * @param inReplyTo provider id of the contact's last message
 * @param references provider ids of the messages before it, oldest first
 * @param files content of the message's attachments, in their order
 */
public record OutboundMessage(
    Message message,
    ContactEndpoint endpoint,
    String to,
    @Nullable String toName,
    @Nullable String subject,
    @Nullable String agentName,
    @Nullable String inReplyTo,
    List<String> references,
    List<IncomingFile> files) {
  @Override
  public String toString() {
    return "OutboundMessage[" + message.id().value() + "]";
  }
}
