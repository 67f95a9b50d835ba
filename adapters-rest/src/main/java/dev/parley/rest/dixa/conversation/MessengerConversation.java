package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A chat in an application of the organization's own. */
@RegisterForReflection
@Schema(
    name = "MessengerConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Messenger",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "browserInfo": {"name": "Chrome", "version": "91.0.4472.114", "ipAddress": "127.0.0.1",
                         "originatingUrl": "http://localhost:3000/"},
         "language": "en", "_type": "MessengerConversation"}""")
record MessengerConversation(
    @JsonUnwrapped ConversationFacts facts,
    @Nullable BrowserPayload browserInfo,
    @Nullable String language)
    implements ConversationPayload {
  static MessengerConversation from(ConversationView view) {
    return new MessengerConversation(
        ConversationFacts.from(view),
        BrowserPayload.from(view.conversation().browser()),
        view.conversation().language());
  }
}
