package dev.parley.application.conversation;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Message;
import java.util.List;

/** What was said in a conversation, oldest first, and over what. */
public record Correspondence(Channel channel, List<Message> messages) {
  public Correspondence {
    messages = List.copyOf(messages);
  }
}
