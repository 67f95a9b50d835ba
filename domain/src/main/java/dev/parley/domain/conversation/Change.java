package dev.parley.domain.conversation;

import dev.parley.domain.tag.TagId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next state of a conversation, differing in what was set. */
final class Change {
  private final Conversation from;
  private ConversationState state;
  private Instant stateUpdatedAt;
  private Assignment assignment;
  private @Nullable QueuePlace lastQueue;
  private Set<TagId> tags;
  private @Nullable ConversationLink link;
  private @Nullable Instant anonymizedAt;
  private long version;

  Change(Conversation from) {
    this.from = from;
    this.state = from.state();
    this.stateUpdatedAt = from.stateUpdatedAt();
    this.assignment = from.assignment();
    this.lastQueue = from.lastQueue();
    this.tags = from.tags();
    this.link = from.link();
    this.anonymizedAt = from.anonymizedAt();
    this.version = from.version();
  }

  Change state(ConversationState newState, Instant at) {
    state = newState;
    stateUpdatedAt = at;
    return this;
  }

  Change assignment(Assignment newAssignment) {
    assignment = newAssignment;
    return this;
  }

  Change lastQueue(QueuePlace place) {
    lastQueue = place;
    return this;
  }

  Change tags(Set<TagId> newTags) {
    tags = newTags;
    return this;
  }

  Change link(ConversationLink newLink) {
    link = newLink;
    return this;
  }

  Change anonymized(Instant at) {
    anonymizedAt = at;
    return this;
  }

  Change version(long newVersion) {
    version = newVersion;
    return this;
  }

  Conversation build() {
    boolean anonymous = anonymizedAt != null;
    return new Conversation(
        from.id(),
        from.requester(),
        from.channel(),
        from.direction(),
        from.endpoint(),
        anonymous ? null : from.contactAddress(),
        anonymous ? null : from.subject(),
        anonymous ? null : from.language(),
        anonymous ? null : from.browser(),
        source(anonymous),
        state,
        stateUpdatedAt,
        assignment,
        lastQueue,
        tags,
        link,
        from.createdAt(),
        anonymizedAt,
        version);
  }

  private @Nullable Source source(boolean anonymous) {
    Source source = from.source();
    return source != null && anonymous ? source.anonymous() : source;
  }
}
