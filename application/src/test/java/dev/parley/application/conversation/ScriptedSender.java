package dev.parley.application.conversation;

import dev.parley.application.channel.OutboundMessage;
import dev.parley.application.channel.OutboundSender;
import dev.parley.application.channel.SendResult;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/** A provider of mail that answers as it is told, and takes everything when it is told nothing. */
final class ScriptedSender implements OutboundSender {
  private final Queue<Supplier<SendResult>> answers = new ArrayDeque<>();
  private final List<OutboundMessage> sent = new ArrayList<>();

  void answers(SendResult next) {
    answers.add(() -> next);
  }

  /** Does something in the middle of the next delivery. */
  void during(Supplier<SendResult> next) {
    answers.add(next);
  }

  /** Every try, in the order of the tries. */
  List<OutboundMessage> tries() {
    return List.copyOf(sent);
  }

  List<MessageId> tried() {
    return sent.stream().map(message -> message.message().id()).toList();
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String providerId(String endpointAddress, ConversationId conversation, MessageId message) {
    return "<"
        + message.value()
        + "@"
        + endpointAddress.substring(endpointAddress.indexOf('@') + 1)
        + ">";
  }

  @Override
  public SendResult send(OutboundMessage message) {
    sent.add(message);
    Supplier<SendResult> answer = answers.poll();
    return answer == null ? new SendResult.Accepted() : answer.get();
  }
}
