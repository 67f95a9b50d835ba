package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import io.smallrye.mutiny.Uni;

/** An agent takes a conversation. Of many who try at once without force, one gets it. */
public interface ClaimConversation {
  /**
   * @return fails with {@code ConversationNotFound}, {@code AgentNotFound}, {@code NotAnAgent},
   *     {@code ConversationSettled}, {@code ConversationIsAnonymized}, {@code PermissionMissing},
   *     and without force with {@code AlreadyAssigned} when another agent holds it
   */
  Uni<Void> handle(Command command);

  record Command(Actor actor, long conversation, AgentId agent, boolean force) {}
}
