package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Puts a settled conversation back into its queue. */
public interface ReopenConversation {
  /**
   * @return fails with {@code ConversationNotFound}, {@code AgentNotFound}, {@code NotAnAgent},
   *     {@code ConversationIsAnonymized}, {@code NoDefaultQueue}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  /**
   * @param by the agent in whose name; null: the actor
   */
  record Command(Actor actor, long conversation, @Nullable AgentId by) {}
}
