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
@Schema(name = "Message")
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
