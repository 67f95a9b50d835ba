package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat on Meta's Messenger. */
@RegisterForReflection
@Schema(
    name = "FacebookMessengerConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "FacebookMessenger",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "_type": "FacebookMessengerConversation"}""")
record FacebookMessengerConversation(@JsonUnwrapped ConversationFacts facts)
    implements ConversationPayload {
  static FacebookMessengerConversation from(ConversationView view) {
    return new FacebookMessengerConversation(ConversationFacts.from(view));
  }
}
