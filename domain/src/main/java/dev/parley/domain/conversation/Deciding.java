package dev.parley.domain.conversation;

import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the events of one decision and folds each into the state as it comes. */
final class Deciding {
  private Conversation state;
  private final List<ConversationEvent> events = new ArrayList<>();

  Deciding(Conversation state) {
    this.state = state;
  }

  Deciding with(ConversationEvent event) {
    state = state.apply(event).counted();
    events.add(event);
    return this;
  }

  Deciding queued(QueueId queue, Author by, Instant at) {
    return with(new ConversationEvent.Queued(at, by, queue));
  }

  /** Takes it out of its holder's hands, if there is one. */
  Deciding released(Author by, Instant at) {
    state
        .assignment()
        .holder()
        .ifPresent(agent -> with(new ConversationEvent.Unassigned(at, by, agent)));
    return this;
  }

  /** Opens what was set aside. */
  Deciding resumed(Author by, Instant at) {
    return withoutFollowUp(by, at).with(new ConversationEvent.Resumed(at, by));
  }

  Deciding withoutFollowUp(Author by, Instant at) {
    return state.state() instanceof ConversationState.Snoozed
        ? with(new ConversationEvent.FollowUpRemoved(at, by))
        : this;
  }

  Deciding reopened(Author by, Instant at) {
    return with(new ConversationEvent.Reopened(at, by)).released(by, at);
  }

  /** What a contact's message does to a conversation that is not open. */
  Deciding wokenBy(Author by, Instant at, QueueId defaultQueue) {
    if (state.state().isSettled()) {
      return reopened(by, at).queued(state.queueOr(defaultQueue), new Author.BySystem(), at);
    }
    if (state.state() instanceof ConversationState.Snoozed) {
      return resumed(by, at)
          .released(by, at)
          .queued(state.queueOr(defaultQueue), new Author.BySystem(), at);
    }
    return this;
  }

  Decision<Conversation, ConversationEvent> decision() {
    return new Decision<>(state, events);
  }
}
