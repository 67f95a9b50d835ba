package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;

/** Puts an active tag on a conversation, or takes any tag off it. */
public interface TagConversation {
  /**
   * @return fails with {@code ConversationNotFound}, {@code TagNotFound}, {@code TagInactive} when
   *     adding, {@code ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  record Command(Actor actor, long conversation, TagId tag, Wish wish) {}

  /** What to do with the tag; without effect when it is so already. */
  enum Wish {
    ADD,
    REMOVE
  }
}
