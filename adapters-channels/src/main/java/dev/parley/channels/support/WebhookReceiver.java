package dev.parley.channels.support;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import java.util.Map;
import java.util.Optional;

/** What a channel whose provider posts to us knows about such posts. One bean per channel. */
public interface WebhookReceiver {
  Channel channel();

  /** In bytes; a larger body is not looked at. */
  int largestBody();

  /**
   * Whether a post is genuine, judged by its raw bytes before anything is parsed. May take as long
   * as it takes to hash the body; called on a thread that may.
   */
  Judgement judge(WebhookRequest request, ContactEndpoint endpoint);

  /**
   * Answers the question by which a provider makes sure that the address is ours.
   *
   * @param query the parameters of the GET
   * @return the body of the answer; empty to refuse
   */
  default Optional<String> handshake(Map<String, String> query, ContactEndpoint endpoint) {
    return Optional.empty();
  }

  /** What a receiver thinks of a post. */
  sealed interface Judgement {
    /**
     * @param deliveryKey the provider's identity of this delivery, the same when it is repeated
     */
    record Genuine(String deliveryKey) implements Judgement {}

    /** Nothing in it could prove where it comes from. */
    record Unsigned() implements Judgement {}

    /** The proof is wrong, or too old to be believed. */
    record Forged() implements Judgement {}

    /** Not what this channel takes. */
    record WrongType() implements Judgement {}
  }
}
