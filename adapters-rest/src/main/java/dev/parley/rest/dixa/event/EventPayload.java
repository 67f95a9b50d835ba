package dev.parley.rest.dixa.event;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.event.Event;
import dev.parley.domain.agent.Role;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.shared.Author;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is sent.
 *
 * @param eventId the same in every try
 * @param eventSequence the place in the organization's feed, to order by; an addition
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
    name = "Event",
    examples =
        """
        {"event_id": "019ac1a2-0000-7000-8000-000000000001",
         "event_fqn": "CONVERSATION_NOTE_ADDED", "event_version": "1",
         "event_timestamp": "2026-11-28T10:15:30.123Z", "event_sequence": 42,
         "organization": {"id": "bac5a02c-15b3-44da-ae1e-ab7b9db4aa89", "name": "Acme"},
         "data": {
           "conversation": {
             "csid": 7, "channel": "EMAIL", "status": "OPEN", "direction": "INBOUND",
             "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97", "name": "Support"},
             "contact_point": "support@example.com",
             "requester": {"id": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "name": "Ada",
                           "email": "ada@example.org", "roles": [], "user_type": "Contact"},
             "subject": "order #123", "tags": [], "created_at": "2026-11-28T10:00:00Z"},
           "note_id": "4d0b6b7e-6b9f-4a7e-8f43-0a9d4f0e8f11", "text": "Called back.",
           "created_at": "2026-11-28T10:15:30.123Z",
           "author": {"id": "7b1c3f3e-1f0b-4a56-9b0f-2a0f6f7d7c11", "name": "Ann",
                      "email": "ann@example.com", "roles": ["AGENT"], "user_type": "Member"}}}
        """)
record EventPayload(
    UUID eventId,
    String eventFqn,
    String eventVersion,
    String eventTimestamp,
    long eventSequence,
    OrganizationPayload organization,
    EventData data) {
  private static final String VERSION = "1";

  static EventPayload from(Event event) {
    return new EventPayload(
        event.id(),
        event.type().name(),
        VERSION,
        DixaTimes.iso(event.at()),
        event.position(),
        new OrganizationPayload(event.organization().publicId(), event.organization().name()),
        EventData.from(event));
  }

  @RegisterForReflection
  @Schema(name = "EventOrganization")
  record OrganizationPayload(UUID id, String name) {}

  @RegisterForReflection
  @Schema(name = "EventQueue")
  record QueuePayload(UUID id, String name) {
    static @Nullable QueuePayload from(Event.@Nullable QueueName queue) {
      return queue == null ? null : new QueuePayload(queue.id(), queue.name());
    }
  }

  /** A contact or a member of the organization. */
  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @Schema(name = "EventUser")
  record UserPayload(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      List<String> roles,
      @Nullable String userType) {
    static @Nullable UserPayload from(Event.@Nullable Person person) {
      return person == null
          ? null
          : new UserPayload(
              id(person.author()),
              person.name(),
              person.email(),
              person.phone(),
              person.roles().stream().map(UserPayload::role).sorted().toList(),
              type(person.author()));
    }

    private static @Nullable UUID id(Author author) {
      return switch (author) {
        case Author.ByAgent(var agent) -> agent.value();
        case Author.ByContact(var contact) -> contact.value();
        case Author.BySystem _ -> null;
      };
    }

    private static @Nullable String type(Author author) {
      return switch (author) {
        case Author.ByAgent _ -> "Member";
        case Author.ByContact _ -> "Contact";
        case Author.BySystem _ -> null;
      };
    }

    private static String role(Role role) {
      return switch (role) {
        case AGENT -> "AGENT";
        case TEAM_LEAD -> "TEAM_LEAD";
        case ADMIN -> "ADMIN";
      };
    }
  }

  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @Schema(name = "EventConversation")
  record ConversationPayload(
      long csid,
      String channel,
      String status,
      String direction,
      @Nullable QueuePayload queue,
      @Nullable String contactPoint,
      @Nullable UserPayload requester,
      @Nullable UserPayload assignee,
      @Nullable String subject,
      List<String> tags,
      String createdAt) {
    static ConversationPayload from(Event.Subject subject) {
      return new ConversationPayload(
          subject.number(),
          ConversationPayload.channel(subject.channel()),
          status(subject.state()),
          subject.direction().name(),
          QueuePayload.from(subject.queue()),
          subject.contactPoint(),
          UserPayload.from(subject.requester()),
          UserPayload.from(subject.assignee()),
          subject.subject(),
          subject.tags(),
          DixaTimes.iso(subject.createdAt()));
    }

    /** Channels that Dixa has no word for look like its own messenger. */
    static String channel(Channel channel) {
      return DixaChannel.of(channel).orElse(DixaChannel.MESSENGER).name();
    }

    private static String status(ConversationState state) {
      return switch (state) {
        case ConversationState.Open _ -> "OPEN";
        case ConversationState.Pending _, ConversationState.Snoozed _ -> "PENDING";
        case ConversationState.Resolved _, ConversationState.Closed _ -> "CLOSED";
      };
    }
  }
}
