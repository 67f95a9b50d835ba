package dev.parley.application.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a conversation through the API, in the contact's name or an agent's. */
public interface CreateConversation {
  /**
   * @return the new conversation's number; fails with {@code ContactNotFound}, {@code
   *     ContactEndpointNotFound}, {@code AgentNotFound}, {@code NotAnAgent}, {@code
   *     DuplicateExternalId}, {@code InvalidMessage} when the contact has no address on the
   *     channel, {@code NoDefaultQueue}, {@code PermissionMissing}
   */
  Uni<Long> handle(Command command);

  /**
   * @param endpointAddress our address on the channel
   */
  record Command(
      Actor actor,
      Channel channel,
      String endpointAddress,
      ContactId requester,
      @Nullable String subject,
      @Nullable String language,
      MessageDraft message) {}

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
