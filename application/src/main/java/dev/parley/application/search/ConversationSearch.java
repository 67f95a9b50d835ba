package dev.parley.application.search;

import dev.parley.application.shared.Actor;
import dev.parley.domain.conversation.MessageId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations. Words are looked for in subjects and messages, not in notes, and not in what
 * was removed or anonymized; the filter sees anonymized conversations too.
 */
public interface ConversationSearch {
  /** How many of a conversation's messages are shown with a hit. */
  int MESSAGES_MAX = 3;

  /** Characters of a message that are shown, about. */
  int EXCERPT = 200;

  /**
   * With words: conversations whose subject or one message has the most of them first, among these
   * the one that was written in last. Without: the newest first.
   *
   * <p>Fails with {@code PermissionMissing} unless the actor may read conversations.
   *
   * @param limit at least 1
   */
  Uni<Found> find(Actor actor, Query query, Optional<Place> after, int limit);

  /**
   * @param messages whether hits are to show messages
   */
  record Query(@Nullable TextQuery text, ConversationFilter filter, boolean messages) {}

  /** A page of hits, and where the next one begins if there are more. */
  record Found(List<ConversationHit> hits, Optional<Place> next) {
    public Found {
      hits = List.copyOf(hits);
    }

    /** Cuts {@code found}, which was asked for with one item more than fits. */
    public static Found cut(List<ConversationHit> found, int limit) {
      return found.size() <= limit
          ? new Found(found, Optional.empty())
          : new Found(found.subList(0, limit), Optional.of(found.get(limit - 1).place()));
    }
  }

  /**
   * A hit's place in the order, largest first.
   *
   * @param rank number of words found, or the time of creation in milliseconds
   * @param id of the text that was found, or of the conversation
   */
  record Place(long rank, UUID id) {}

  /**
   * A conversation that was found.
   *
   * @param subject null when nothing was found in it
   * @param messages in which something was found, the best first
   */
  record ConversationHit(
      Place place, long number, @Nullable Excerpt subject, List<MessageHit> messages) {
    public ConversationHit {
      messages = List.copyOf(messages);
    }
  }

  record MessageHit(MessageId id, Excerpt excerpt) {}
}
