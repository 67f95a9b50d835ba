package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation in the variant of its channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ConversationPayload.Email.class, name = "EmailConversation"),
  @JsonSubTypes.Type(value = ConversationPayload.Generic.class, name = "GenericConversation"),
  @JsonSubTypes.Type(value = ConversationPayload.Anonymized.class, name = "AnonymizedConversation")
})
@RegisterForReflection
@Schema(
    name = "Conversation",
    oneOf = {
      ConversationPayload.Email.class,
      ConversationPayload.Generic.class,
      ConversationPayload.Anonymized.class
    },
    discriminatorProperty = "_type")
sealed interface ConversationPayload {
  static ConversationPayload from(ConversationView view) {
    Conversation conversation = view.conversation();
    if (conversation.anonymizedAt() != null) {
      return Anonymized.from(
          view.number(), conversation, DixaTimes.iso(conversation.anonymizedAt()));
    }
    return conversation.channel().equals(Channel.EMAIL) ? Email.from(view) : Generic.from(view);
  }

  /** Who has it, since when. */
  @RegisterForReflection
  @Schema(name = "Assignment")
  record AssignmentPayload(UUID agentId, String assignedAt) {
    static @Nullable AssignmentPayload from(Assignment assignment) {
      return assignment instanceof Assignment.Assigned(var agent, var since)
          ? new AssignmentPayload(agent.value(), DixaTimes.iso(since))
          : null;
    }
  }

  /** Where it waits, or waited last. */
  @RegisterForReflection
  @Schema(name = "ConversationQueue")
  record QueuePayload(UUID id, String queuedAt) {
    static @Nullable QueuePayload from(@Nullable QueuePlace place) {
      return place == null
          ? null
          : new QueuePayload(place.queue().value(), DixaTimes.iso(place.queuedAt()));
    }
  }

  @RegisterForReflection
  @Schema(
      name = "EmailConversation",
      examples =
          """
          {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Email",
           "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
           "stateUpdatedAt": "2020-12-16T09:41:43Z",
           "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                     "queuedAt": "2020-12-16T09:41:43Z"},
           "fromEmail": "ada@example.org", "toEmail": "support@example.com",
           "integrationEmail": "support@example.com", "subject": "order #123", "language": "en",
           "_type": "EmailConversation"}""")
  record Email(
      long id,
      UUID requesterId,
      String channel,
      String createdAt,
      String direction,
      String state,
      String stateUpdatedAt,
      @Nullable AssignmentPayload assignment,
      @Nullable QueuePayload queue,
      String fromEmail,
      String toEmail,
      String integrationEmail,
      @Nullable String subject,
      @Nullable String language)
      implements ConversationPayload {
    static Email from(ConversationView view) {
      Conversation c = view.conversation();
      String ours = view.endpointAddress() == null ? "" : view.endpointAddress();
      String theirs = c.contactAddress() == null ? "" : c.contactAddress();
      boolean inbound = c.direction() == Direction.INBOUND;
      return new Email(
          view.number(),
          c.requester().value(),
          DixaWords.channel(c.channel()),
          DixaTimes.iso(c.createdAt()),
          DixaWords.direction(c.direction()),
          DixaWords.state(c.state()),
          DixaTimes.iso(c.stateUpdatedAt()),
          AssignmentPayload.from(c.assignment()),
          QueuePayload.from(c.lastQueue()),
          inbound ? theirs : ours,
          inbound ? ours : theirs,
          ours,
          c.subject(),
          c.language());
    }
  }

  @RegisterForReflection
  @Schema(name = "GenericConversation")
  record Generic(
      long id,
      UUID requesterId,
      String channel,
      String createdAt,
      String direction,
      String state,
      String stateUpdatedAt,
      @Nullable AssignmentPayload assignment,
      @Nullable QueuePayload queue,
      @Nullable String fromContactPointId,
      @Nullable String toContactPointId)
      implements ConversationPayload {
    static Generic from(ConversationView view) {
      Conversation c = view.conversation();
      boolean inbound = c.direction() == Direction.INBOUND;
      return new Generic(
          view.number(),
          c.requester().value(),
          DixaWords.channel(c.channel()),
          DixaTimes.iso(c.createdAt()),
          DixaWords.direction(c.direction()),
          DixaWords.state(c.state()),
          DixaTimes.iso(c.stateUpdatedAt()),
          AssignmentPayload.from(c.assignment()),
          QueuePayload.from(c.lastQueue()),
          inbound ? c.contactAddress() : view.endpointAddress(),
          inbound ? view.endpointAddress() : c.contactAddress());
    }
  }

  /** What is left when the personal data is gone. */
  @RegisterForReflection
  @Schema(name = "AnonymizedConversation")
  record Anonymized(
      long id,
      UUID requesterId,
      String channel,
      String createdAt,
      String direction,
      String state,
      String stateUpdatedAt,
      String anonymizedAt)
      implements ConversationPayload {
    static Anonymized from(long number, Conversation c, String anonymizedAt) {
      return new Anonymized(
          number,
          c.requester().value(),
          DixaWords.channel(c.channel()),
          DixaTimes.iso(c.createdAt()),
          DixaWords.direction(c.direction()),
          DixaWords.state(c.state()),
          DixaTimes.iso(c.stateUpdatedAt()),
          anonymizedAt);
    }
  }
}
