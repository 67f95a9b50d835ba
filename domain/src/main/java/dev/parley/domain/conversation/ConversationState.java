package dev.parley.domain.conversation;

import java.time.Instant;

/** Where a conversation stands. Any state may follow any other. */
public sealed interface ConversationState {

  record Open() implements ConversationState {}

  record Pending() implements ConversationState {}

  /** Hidden until an instant, or until the contact writes. */
  record Snoozed(Instant until) implements ConversationState {}

  record Resolved() implements ConversationState {}

  record Closed() implements ConversationState {}

  /** Nobody has to do anything about it. */
  default boolean isSettled() {
    return this instanceof Resolved || this instanceof Closed;
  }
}
