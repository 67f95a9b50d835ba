package dev.parley.application.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Author;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, with the words that the log itself does not keep looked up.
 *
 * @param number of the conversation
 */
public record ActivityEntry(UUID id, long number, Instant at, Person author, Activity activity) {

  /** Who did it, as known today; all null for Parley itself and after anonymization. */
  public record Person(
      Author author, @Nullable String name, @Nullable String email, @Nullable String phone) {}

  /** What happened, per kind. */
  public sealed interface Activity {
    record Started(@Nullable String subject) implements Activity {}

    record MessageAdded(MessageId message, @Nullable String fromEndpoint) implements Activity {}

    record NoteAdded(String text) implements Activity {}

    record TagAdded(String tag) implements Activity {}

    record TagRemoved(String tag) implements Activity {}

    record Offered(Person agent, UUID queue, String queueName, Instant until) implements Activity {}

    record OfferAccepted() implements Activity {}

    record OfferTimedOut() implements Activity {}

    /**
     * @param fromAgent the name of the agent it was taken from
     * @param fromQueue the name of the queue it was taken from
     */
    record Claimed(@Nullable String fromAgent, @Nullable String fromQueue) implements Activity {}

    record Assigned(AgentId agent, @Nullable String agentName) implements Activity {}

    record Unassigned(Person agent) implements Activity {}

    record TransferInitiated(UUID queue, @Nullable String queueName) implements Activity {}

    record Transferred(UUID queue, @Nullable String queueName) implements Activity {}

    record FollowUpAdded(Instant until) implements Activity {}

    record FollowUpRemoved() implements Activity {}

    record FollowUpExpired() implements Activity {}

    record SetAside() implements Activity {}

    record Reopened() implements Activity {}

    record Closed() implements Activity {}

    record RatingOffered(Person agent, Person user) implements Activity {}

    /**
     * @param comment null when there was none, or it has been anonymized
     */
    record Rated(Person agent, int score, @Nullable String comment) implements Activity {
      @Override
      public String toString() {
        return "Rated[" + score + "]";
      }
    }

    /** A change without a value took it away, or was to a text that has been anonymized. */
    record AttributesUpdated(List<AttributeChange> changes) implements Activity {}

    /**
     * @param child a number
     * @param parent a number
     */
    record LinkedToParent(long child, long parent, ConversationLink.Type type)
        implements Activity {}

    /**
     * @param child a number
     * @param parent a number
     */
    record LinkedFromChild(long child, long parent, ConversationLink.Type type)
        implements Activity {}

    record DeliveryFailed(MessageId message, String code, @Nullable String reason)
        implements Activity {}

    record MessageRedacted(MessageId message, boolean textRedacted, int deletedFiles)
        implements Activity {}
  }
}
