package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.Correspondence;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Author;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message in the list of its conversation. */
@RegisterForReflection
@Schema(
    name = "Message",
    examples =
        """
        {"id": "11b95893-0514-4606-a5d8-1880172b3a55",
         "authorId": "41646d42-edc0-493e-ac7b-814d9ff40a2e", "externalId": "13244",
         "createdAt": "2021-12-01T12:46:36.581Z[GMT]",
         "attributes": {"emailContent": {"content": {"value": "Where is my lamp?", "_type": "Text"},
                                         "_type": "Regular"},
                        "from": {"email": "ada@example.org", "name": "Ada"},
                        "to": [{"email": "support@example.com"}], "cc": [], "bcc": [],
                        "isAutoReply": false, "inlineImages": [], "attachments": [],
                        "direction": "Inbound", "_type": "EmailAttributes"}}""")
record MessagePayload(
    UUID id,
    UUID authorId,
    @Nullable String externalId,
    String createdAt,
    MessageAttributes attributes) {
  private static final UUID NOBODY = new UUID(0, 0);

  static List<MessagePayload> all(Correspondence correspondence, Files files) {
    return correspondence.messages().stream()
        .map(message -> from(correspondence.channel(), message, files))
        .toList();
  }

  private static MessagePayload from(Channel channel, Message message, Files files) {
    return new MessagePayload(
        message.id().value(),
        author(message.author()),
        message.externalId(),
        DixaTimes.zoned(message.createdAt()),
        MessageAttributes.from(channel, message, files));
  }

  static UUID author(Author author) {
    return switch (author) {
      case Author.ByAgent(var agent) -> agent.value();
      case Author.ByContact(var contact) -> contact.value();
      case Author.BySystem _ -> NOBODY;
    };
  }
}
