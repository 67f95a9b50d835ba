package dev.parley.application.webhook;

import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events on their way to subscribers. */
public interface WebhookDeliveries {
  /** Enabled subscriptions, of all organizations, that have not seen the end of their feed. */
  Uni<List<Behind>> behind(int most);

  /**
   * Takes a subscription's place in the feed for the transaction; empty when somebody else has it
   * or it is not enabled any more.
   */
  Uni<Optional<Place>> takePlace(Transaction tx, WebhookId webhook);

  /** What follows a position, with what filters ask for. */
  Uni<List<Candidate>> candidates(Transaction tx, long position, int most);

  /** Queues deliveries of a subscription and moves its place on. */
  Uni<Void> enqueue(
      Transaction tx, WebhookId webhook, List<NewDelivery> deliveries, long position, Instant now);

  /**
   * Takes what is due, of all organizations and of enabled subscriptions, of each in the order of
   * the feed; others get it when the lease has run out. Of one conversation and subscription the
   * later waits for the earlier until that was tried {@code patience} times.
   *
   * @param each what one subscription may have in hand in this instance
   */
  Uni<List<Leased>> lease(Instant now, Duration lease, int most, int each, int patience);

  /** Empty when it is not to be delivered any more. */
  Uni<Optional<Waiting>> load(Transaction tx, UUID delivery);

  /** Keeps what is posted, so that every try posts the same. */
  Uni<Void> keep(Transaction tx, UUID delivery, byte[] payload);

  /** It has been delivered, or is given up. */
  Uni<Void> finish(Transaction tx, Leased delivery, boolean delivered, Answer answer, Instant at);

  Uni<Void> postpone(Transaction tx, Leased delivery, Answer answer, Instant at, Instant notBefore);

  /** It was not tried after all. */
  Uni<Void> giveBack(Transaction tx, Leased delivery, Instant notBefore);

  /**
   * Notes how the last try of a subscription went. After several failures in a row nothing is
   * posted to it for a while, see {@link #lease}.
   *
   * @return how many tries in a row have failed
   */
  Uni<Integer> note(Transaction tx, WebhookId webhook, boolean success);

  /** Nothing is taken of a subscription before the moment. */
  Uni<Void> rest(Transaction tx, WebhookId webhook, Instant until);

  /** The receiver wants nothing any more. */
  Uni<Void> disable(Transaction tx, WebhookId webhook, Instant at);

  /**
   * Gives up what waits since before a moment, and forgets what was finished before another.
   *
   * @return how many deliveries were concerned
   */
  Uni<Long> tidy(Instant givenUpBefore, Instant forgottenBefore, int most);

  /** A subscription that has something to read. */
  record Behind(OrganizationId organization, WebhookId webhook) {}

  /** A subscription and the position it has read up to. */
  record Place(Webhook webhook, long position) {}

  /**
   * An event that may concern a subscription.
   *
   * @param channel the conversation's
   * @param queue where the conversation waits, or waited last
   * @param imported whether an import wrote it
   */
  record Candidate(
      long position,
      UUID id,
      EventType type,
      ConversationId conversation,
      Channel channel,
      @Nullable QueueId queue,
      boolean imported) {}

  /** An event that concerns a subscription. */
  record NewDelivery(
      UUID id, long position, UUID event, EventType type, ConversationId conversation) {}

  /**
   * A delivery, taken for a while.
   *
   * @param attempts with this one
   */
  record Leased(OrganizationId organization, UUID id, WebhookId webhook, int attempts) {}

  /**
   * What is to be delivered.
   *
   * @param since when it was queued
   * @param payload what an earlier try posted; null before the first, and after anonymization
   */
  record Waiting(Webhook webhook, UUID event, Instant since, byte @Nullable [] payload) {
    @Override
    public String toString() {
      return "Waiting[" + event + "]";
    }
  }
}
