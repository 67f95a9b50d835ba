package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.MAILBOX;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Cast.id;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations to begin a specification with, in the words of the domain. */
final class AConversation {
  static final ConversationId ID = new ConversationId(id(100));

  /** How many events the conversation has seen before the specification begins. */
  static final long EVENTS = 3;

  private final ConversationState state;
  private Assignment assignment = new Assignment.Queued(SUPPORT, MORNING);
  private @Nullable QueuePlace place = new QueuePlace(SUPPORT, MORNING);
  private final Set<TagId> tags = new HashSet<>();
  private @Nullable ConversationLink link;
  private @Nullable Instant anonymizedAt;

  /** Somebody else's. */
  static Conversation anotherConversation() {
    return Conversation.startInbound(
            new Conversation.Beginning(
                new ConversationId(id(300)),
                JANE,
                Channel.EMAIL,
                Direction.INBOUND,
                MAILBOX,
                null,
                null,
                null,
                MORNING),
            AMessage.fromJane(),
            SUPPORT)
        .state();
  }

  private AConversation(ConversationState state) {
    this.state = state;
  }

  /** Waits in the support queue. */
  static AConversation anOpenConversation() {
    return new AConversation(new ConversationState.Open());
  }

  static AConversation aPendingConversation() {
    return new AConversation(new ConversationState.Pending());
  }

  static AConversation aConversationSnoozedUntil(Instant until) {
    return new AConversation(new ConversationState.Snoozed(until));
  }

  static AConversation aResolvedConversation() {
    return new AConversation(new ConversationState.Resolved());
  }

  static AConversation aClosedConversation() {
    return new AConversation(new ConversationState.Closed());
  }

  AConversation assignedTo(AgentId agent) {
    assignment = new Assignment.Assigned(agent, MORNING);
    return this;
  }

  AConversation offeredTo(AgentId agent, Instant until) {
    assignment = new Assignment.Offered(SUPPORT, agent, until);
    return this;
  }

  AConversation waitingIn(QueueId queue) {
    assignment = new Assignment.Queued(queue, MORNING);
    place = new QueuePlace(queue, MORNING);
    return this;
  }

  AConversation unassigned() {
    assignment = new Assignment.Unassigned();
    return this;
  }

  AConversation neverQueued() {
    place = null;
    return this;
  }

  AConversation tagged(Tag tag) {
    tags.add(tag.id());
    return this;
  }

  AConversation childOf(ConversationId parent) {
    link = new ConversationLink(parent, ConversationLink.Type.RELATED);
    return this;
  }

  AConversation anonymized() {
    anonymizedAt = MORNING;
    return this;
  }

  Conversation build() {
    boolean anonymous = anonymizedAt != null;
    return new Conversation(
        ID,
        JANE,
        Channel.EMAIL,
        Direction.INBOUND,
        MAILBOX,
        anonymous ? null : "jane@example.org",
        anonymous ? null : "My order",
        anonymous ? null : "en",
        null,
        null,
        state,
        MORNING,
        assignment,
        place,
        tags,
        link,
        MORNING,
        anonymizedAt,
        EVENTS);
  }
}
