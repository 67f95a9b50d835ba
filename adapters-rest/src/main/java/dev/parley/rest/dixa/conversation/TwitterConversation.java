package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Direct messages on Twitter; posts would be another channel. */
@RegisterForReflection
@Schema(
    name = "TwitterConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Twitter",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "conversationType": "DirectMessage", "_type": "TwitterConversation"}""")
record TwitterConversation(
    @JsonUnwrapped ConversationFacts facts,
    @Schema(enumeration = {"DirectMessage", "Tweet"}) String conversationType,
    @Nullable String contactPointTwitterId,
    @Nullable String endUserTwitterId)
    implements ConversationPayload {
  private static final String DIRECT = "DirectMessage";

  static TwitterConversation from(ConversationView view) {
    return new TwitterConversation(
        ConversationFacts.from(view),
        DIRECT,
        view.endpointAddress(),
        view.conversation().contactAddress());
  }
}
