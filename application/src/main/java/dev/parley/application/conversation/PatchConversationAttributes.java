package dev.parley.application.conversation;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.shared.Actor;
import dev.parley.domain.attribute.AttributePatch;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Changes what a conversation holds in some fields. */
public interface PatchConversationAttributes {
  /**
   * All of the patch or nothing.
   *
   * @return the named fields that hold something now; fails with {@code ConversationNotFound},
   *     {@code ConversationIsAnonymized}, {@code ValueRefused}, {@code PermissionMissing}
   */
  Uni<List<AttributeView>> handle(Command command);

  record Command(Actor actor, long conversation, AttributePatch patch) {}
}
