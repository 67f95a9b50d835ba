package dev.parley.application.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a conversation through the API, in the contact's name or an agent's. */
public interface CreateConversation {
  /**
   * @return the new conversation's number; fails with {@code ContactNotFound}, {@code
   *     ContactEndpointNotFound}, {@code QueueNotFound}, {@code AgentNotFound}, {@code NotAnAgent},
   *     {@code DuplicateExternalId}, {@code InvalidMessage} when the contact has no address on the
   *     channel or the message is not one of the channel, {@code NoDefaultQueue}, {@code
   *     PermissionMissing}
   */
  Uni<Long> handle(Command command);

  record Command(Actor actor, ContactId requester, Opening opening) {}

  /** How it begins. */
  sealed interface Opening {
    Channel channel();
  }

  /** With a message. */
  sealed interface Written extends Opening {
    MessageDraft message();

    default @Nullable String subject() {
      return null;
    }

    default @Nullable String language() {
      return null;
    }

    default @Nullable BrowserInfo browser() {
      return null;
    }
  }

  /**
   * With a mail, or with a form that is answered by mail.
   *
   * @param endpointAddress our address
   */
  record ByMail(
      Channel channel,
      String endpointAddress,
      @Nullable String subject,
      @Nullable String language,
      MessageDraft message)
      implements Written {
    @Override
    public String toString() {
      return "ByMail";
    }
  }

  /** On a web page. */
  record ByChat(
      ContactEndpointId widget,
      @Nullable BrowserInfo browser,
      @Nullable String language,
      MessageDraft message)
      implements Written {
    @Override
    public Channel channel() {
      return Channel.WIDGET;
    }
  }

  /**
   * @param number ours
   */
  record BySms(String number, MessageDraft message) implements Written {
    @Override
    public Channel channel() {
      return Channel.SMS;
    }
  }

  /**
   * With a call to be made; nothing is said yet.
   *
   * @param number ours
   * @param queue where it waits
   * @param direction whose wish it is: the contact's or ours
   */
  record ByCallback(String number, QueueId queue, Direction direction) implements Opening {
    @Override
    public Channel channel() {
      return Channel.CALLBACK;
    }
  }

  /**
   * A message as a client words it, files fetched.
   *
   * @param author the agent of an outbound message; null for an inbound one, which the requester
   *     wrote
   * @param cc contacts who get a copy of an outbound mail
   */
  record MessageDraft(
      @Nullable AgentId author,
      @Nullable Content content,
      List<IncomingFile> files,
      @Nullable String externalId,
      List<ContactId> cc,
      List<ContactId> bcc) {
    public boolean isInbound() {
      return author == null;
    }
  }
}
