package dev.parley.application.rating;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks a contact what it thinks of an agent's work in a conversation. */
public interface OfferRating {
  /**
   * @return fails with {@code ConversationNotFound}, {@code ConversationIsAnonymized}, {@code
   *     ContactNotFound}, {@code AgentNotFound}, {@code NotAnAgent}, {@code PermissionMissing}
   */
  Uni<Rating> handle(Command command);

  /**
   * @param user absent: who began the conversation
   * @param agent absent: the one most likely rated, see {@link Ratings#likelyAgent}; when nobody
   *     has worked on it yet, the actor
   * @param offeredAt absent: now
   */
  record Command(
      Actor actor,
      long conversation,
      Question question,
      @Nullable ContactId user,
      @Nullable AgentId agent,
      @Nullable Instant offeredAt) {}
}
