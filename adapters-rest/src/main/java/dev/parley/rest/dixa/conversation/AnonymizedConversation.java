package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.conversation.Conversation;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is left of a conversation when its personal data is gone. */
@RegisterForReflection
@Schema(
    name = "AnonymizedConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Email",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Closed",
         "stateUpdatedAt": "2020-12-17T10:00:00Z", "anonymizedAt": "2020-12-18T08:00:00Z",
         "_type": "AnonymizedConversation"}""")
record AnonymizedConversation(
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
    @Nullable LinkPayload link,
    @Nullable List<AttributeValuePayload> customAttributes,
    String anonymizedAt)
    implements ConversationPayload {
  static AnonymizedConversation from(ConversationView view, Instant anonymizedAt) {
    Conversation c = view.conversation();
    return new AnonymizedConversation(
        view.number(),
        c.requester().value(),
        DixaChannel.word(c.channel()),
        DixaTimes.iso(c.createdAt()),
        DixaWords.direction(c.direction()),
        DixaWords.state(c.state()),
        DixaTimes.iso(c.stateUpdatedAt()),
        LinkPayload.from(view),
        AttributeValuePayload.ofNullable(view.attributes()),
        DixaTimes.iso(anonymizedAt));
  }
}
