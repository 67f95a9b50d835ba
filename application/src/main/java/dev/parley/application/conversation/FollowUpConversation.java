package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets a conversation aside until a moment. */
public interface FollowUpConversation {
  /**
   * @return fails with {@code ConversationNotFound}, {@code AgentNotFound}, {@code NotAnAgent},
   *     {@code FollowUpInThePast}, {@code ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  /**
   * @param until when it opens by itself
   * @param by the agent in whose name; null: the actor
   */
  record Command(Actor actor, long conversation, Instant until, @Nullable AgentId by) {}
}
