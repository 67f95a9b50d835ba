package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What all conversations have, until their personal data is removed.
 *
 * @param customAttributes absent in lists
 */
@RegisterForReflection
record ConversationFacts(
    long id,
    UUID requesterId,
    @Schema(
            enumeration = {
              "Email",
              "WidgetChat",
              "Messenger",
              "ContactForm",
              "PstnPhone",
              "Callback",
              "Voicemail",
              "Sms",
              "WhatsApp",
              "FacebookMessenger",
              "Twitter"
            })
        String channel,
    String createdAt,
    @Schema(enumeration = {"Inbound", "Outbound"}) String direction,
    @Schema(enumeration = {"Open", "Pending", "Closed"}) String state,
    String stateUpdatedAt,
    @Nullable AssignmentPayload assignment,
    @Nullable QueuePayload queue,
    @Nullable LinkPayload link,
    @Nullable List<AttributeValuePayload> customAttributes) {
  static ConversationFacts from(ConversationView view) {
    Conversation c = view.conversation();
    return new ConversationFacts(
        view.number(),
        c.requester().value(),
        DixaChannel.word(c.channel()),
        DixaTimes.iso(c.createdAt()),
        DixaWords.direction(c.direction()),
        DixaWords.state(c.state()),
        DixaTimes.iso(c.stateUpdatedAt()),
        AssignmentPayload.from(c.assignment()),
        QueuePayload.from(c.lastQueue()),
        LinkPayload.from(view),
        AttributeValuePayload.ofNullable(view.attributes()));
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
}
