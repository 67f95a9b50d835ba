package dev.parley.application.rating;

import dev.parley.application.shared.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Questions about ratings, each one round trip. */
public interface RatingQueries {
  /**
   * Those of a conversation, in the order in which they were offered.
   *
   * @return fails with {@code ConversationNotFound}, {@code PermissionMissing}
   */
  Uni<List<RatingView>> ofConversation(Actor actor, long conversation);
}
