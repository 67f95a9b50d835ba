package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Puts several tags on a conversation, all or none. Tags that do not exist yet are made. */
public interface AddTags {
  /**
   * @return fails with {@code ConversationNotFound}, {@code TagInactive}, {@code Invalid} for a
   *     name that cannot be a tag's, {@code ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<Void> handle(Command command);

  /**
   * @param names compared without case
   */
  record Command(Actor actor, long conversation, List<String> names) {
    public Command {
      names = List.copyOf(names);
    }
  }
}
