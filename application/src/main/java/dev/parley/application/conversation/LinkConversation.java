package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.conversation.ConversationLink;
import io.smallrye.mutiny.Uni;

/** Makes a conversation the child of another one. */
public interface LinkConversation {
  /**
   * Without effect when it is that already.
   *
   * @return fails with {@code ConversationNotFound} of either, {@code LinkRefused}, {@code
   *     ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  record Command(Actor actor, long conversation, long parent, ConversationLink.Type type) {}
}
