package dev.parley.application.conversation;

import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.shared.Actor;
import dev.parley.domain.conversation.Message;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Adds a message through the API, in the requester's name or an agent's. */
public interface AddMessage {
  /**
   * @return the stored message; an outbound one is sent soon after. Fails with {@code
   *     ConversationNotFound}, {@code ConversationIsAnonymized}, {@code AgentNotFound}, {@code
   *     NotAnAgent}, {@code ContactNotFound} (copies), {@code DuplicateExternalId}, {@code
   *     UnsupportedChannel}, {@code InvalidMessage}, {@code ContactEndpointNotFound}, {@code
   *     PermissionMissing}
   */
  Uni<Message> handle(Command command);

  /**
   * @param endpointAddress write from this address of ours instead of the conversation's
   */
  record Command(
      Actor actor, long conversation, MessageDraft message, @Nullable String endpointAddress) {}
}
