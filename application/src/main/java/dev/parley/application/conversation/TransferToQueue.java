package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Hands a conversation to a queue. */
public interface TransferToQueue {
  /**
   * @return fails with {@code ConversationNotFound}, {@code QueueNotFound}, {@code AgentNotFound},
   *     {@code NotAnAgent}, {@code ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  /**
   * @param by the agent in whose name; null: the actor
   */
  record Command(Actor actor, long conversation, QueueId queue, @Nullable AgentId by) {}
}
