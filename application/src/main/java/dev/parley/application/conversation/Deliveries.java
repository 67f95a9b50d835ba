package dev.parley.application.conversation;

import dev.parley.application.channel.OutboundMessage;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages on their way out: the outbox, and what became of what left it. */
public interface Deliveries {
  /**
   * Takes what is due, of all organizations, only the oldest of each conversation; others get it
   * when the lease has run out.
   */
  Uni<List<Leased>> lease(Instant now, Duration lease, int most);

  /** Empty when it is not to be sent any more. */
  Uni<Optional<Outgoing>> load(Transaction tx, MessageId message);

  /** Takes it out of the outbox. */
  Uni<Void> finish(Transaction tx, MessageId message);

  /**
   * Leaves it in the outbox for later.
   *
   * @param countsAsTry false gives the try back
   */
  Uni<Void> postpone(
      Transaction tx, MessageId message, Instant notBefore, String code, boolean countsAsTry);

  /**
   * Moves the delivery status on, of which clients are told; an earlier stage never replaces a
   * later one.
   *
   * @return false when nothing changed
   */
  Uni<Boolean> advance(Transaction tx, MessageId message, Delivery delivery, Instant at);

  /**
   * Where a message belongs.
   *
   * @return fails with {@code MessageNotFound}
   */
  Uni<ConversationId> conversationOf(Transaction tx, MessageId message);

  /** The message of ours that one of the provider ids belongs to. */
  Uni<Optional<Sent>> findByProviderIds(Transaction tx, Collection<String> providerIds);

  /**
   * A message to be sent, taken for a while.
   *
   * @param attempts with this one
   */
  record Leased(OrganizationId organization, MessageId message, int attempts) {}

  /** A message of ours and its conversation. */
  record Sent(MessageId message, ConversationId conversation) {}

  /**
   * What is known of a message to be sent; see {@link OutboundMessage}.
   *
   * @param queuedAt when it entered the outbox
   */
  record Outgoing(
      Message message,
      @Nullable ContactEndpointId endpoint,
      @Nullable String to,
      @Nullable String toName,
      @Nullable String subject,
      @Nullable String agentName,
      @Nullable String inReplyTo,
      List<String> references,
      Instant queuedAt) {
    public List<Attachment> attachments() {
      return message.attachments();
    }
  }
}
