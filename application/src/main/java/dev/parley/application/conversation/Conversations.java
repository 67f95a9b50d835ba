package dev.parley.application.conversation;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of conversations. Loading one locks it until the transaction ends. */
public interface Conversations {
  /**
   * @return fails with {@code ConversationNotFound}, also for a removed one
   */
  Uni<Conversation> get(Transaction tx, long number);

  /** What a message needs to know beside the conversation itself. */
  Uni<Surroundings> surroundings(Transaction tx, long number);

  /**
   * A conversation and the one that is to be its parent. Both are locked, always in the same order,
   * before the children are counted, so the counts hold until the transaction ends.
   *
   * @return fails with {@code ConversationNotFound} of either
   */
  Uni<Family> family(Transaction tx, long child, long parent);

  Uni<Optional<Conversation>> find(Transaction tx, ConversationId id);

  /**
   * The conversations a message may continue: those it names, and those that hold messages with the
   * provider ids it refers to. All are locked, always in the same order.
   *
   * @param sender the address of who wrote it
   */
  Uni<List<Candidate>> candidates(
      Transaction tx,
      Collection<ConversationId> named,
      Collection<String> providerIds,
      EmailAddress sender);

  /**
   * Stores a new conversation with its events, messages, notes and what is to be sent, in one
   * statement, under the organization's next number.
   *
   * @return the number; fails with {@code DuplicateExternalId}
   */
  Uni<Long> create(Transaction tx, Decision<Conversation, ConversationEvent> decision);

  /**
   * Stores what a decision changed, in one statement. Without effect for an unchanged one.
   *
   * @return fails with {@code DuplicateExternalId}, with {@code ConcurrentChange} when the stored
   *     version is not the one the decision was made on
   */
  Uni<Void> save(Transaction tx, Decision<Conversation, ConversationEvent> decision);

  /**
   * The people and addresses around a conversation; all unknown when it does not exist.
   *
   * @param endpointAddress our address in it
   * @param requesterEmail the first address of the contact who began it
   */
  record Surroundings(
      @Nullable String endpointAddress,
      @Nullable EmailAddress requesterEmail,
      boolean requesterBlocked) {}

  /**
   * Who may become parent and child.
   *
   * @param children of the child
   * @param siblings the children the parent has
   */
  record Family(Conversation child, Conversation parent, long children, long siblings) {}

  /**
   * A conversation that a message may continue.
   *
   * @param providerIds those the message refers to that messages in it have
   * @param tookPart whether the contact who has the sender's address has written a mail in it as
   *     somebody it knows; a stranger who learned its reply address does not become a participant
   *     by using it
   */
  record Candidate(Conversation conversation, Set<String> providerIds, boolean tookPart) {}
}
